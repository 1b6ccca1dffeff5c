# Finds or builds what the library links: Abseil (absl::*), RE2 (re2::re2) and
# the system's threads.

set(THREADS_PREFER_PTHREAD_FLAG ON)
find_package(Threads REQUIRED)

if(ONYM_DEPS STREQUAL "system")
  find_package(absl REQUIRED)
  find_package(RE2 MODULE REQUIRED)
else()
  foreach(folder IN ITEMS abseil-cpp re2)
    if(NOT EXISTS "${ONYM_DEPS_DIR}/${folder}/CMakeLists.txt")
      message(FATAL_ERROR "${ONYM_DEPS_DIR}/${folder} holds no sources; run\
 tools/fetch-deps, or point ONYM_DEPS_DIR at a folder that has them.")
    endif()
  endforeach()
  # A scope of its own: the options of the two projects are theirs alone.
  block()
    set(BUILD_SHARED_LIBS OFF)
    set(BUILD_TESTING OFF)
    set(ABSL_PROPAGATE_CXX_STD ON)
    set(ABSL_ENABLE_INSTALL OFF)
    set(ABSL_USE_SYSTEM_INCLUDES ON)
    set(RE2_BUILD_TESTING OFF)
    set(RE2_INSTALL OFF)
    set(CMAKE_EXPORT_COMPILE_COMMANDS OFF)
    # Their warnings are not ours to mend.
    string(APPEND CMAKE_CXX_FLAGS " -w")
    # EXCLUDE_FROM_ALL builds only the parts that Onym links, and installs none.
    add_subdirectory("${ONYM_DEPS_DIR}/abseil-cpp" third_party/abseil-cpp
                     EXCLUDE_FROM_ALL SYSTEM)
    add_subdirectory("${ONYM_DEPS_DIR}/re2" third_party/re2 EXCLUDE_FROM_ALL
                     SYSTEM)
  endblock()
endif()
