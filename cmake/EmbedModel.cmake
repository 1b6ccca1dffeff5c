# Puts a model file inside a library, so that a program finds it without a path.

# onym_embed_model(<target> <path>)
#
# Adds the bytes of the file <path> to <target>, between two symbols that C code
# declares as
#
#   extern const char onym_builtin_model_begin[];
#   extern const char onym_builtin_model_end[];
#
# They are hidden, read-only and aligned to 64 bytes; a change of the file
# rebuilds the target. If <path> is empty, both symbols are equal.
function(onym_embed_model target path)
  set(ONYM_INCBIN "")
  set(source "${CMAKE_CURRENT_BINARY_DIR}/${target}_builtin_model.S")
  if(path)
    cmake_path(ABSOLUTE_PATH path BASE_DIRECTORY "${PROJECT_SOURCE_DIR}")
    if(NOT EXISTS "${path}")
      message(
        FATAL_ERROR
          "The model ${path} does not exist; configure with\
 -DONYM_BUILTIN_MODEL= to build without one.")
    endif()
    set(ONYM_INCBIN ".incbin \"${path}\"")
    set_source_files_properties("${source}" PROPERTIES OBJECT_DEPENDS "${path}")
  endif()
  configure_file("${CMAKE_CURRENT_FUNCTION_LIST_DIR}/builtin_model.S.in"
                 "${source}" @ONLY)
  target_sources(${target} PRIVATE "${source}")
endfunction()
