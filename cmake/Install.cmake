# What `cmake --install` copies, and the packages by which others find it:
# find_package(onym), pkg-config onym (the C library) and pkg-config onym-cpp.
# The components are runtime (the shared libraries), dev (what compiling needs),
# tool (the program) and doc (the licences).
#
# With bundled dependencies only the C library is installed. The C++ headers
# show Abseil's types, and a program that had its own Abseil and ours beside it
# would hold two; such a program adds Onym by add_subdirectory instead.

include(CMakePackageConfigHelpers)

set(onym_package_dir "${CMAKE_INSTALL_LIBDIR}/cmake/onym")
set(onym_pkgconfig_dir "${CMAKE_INSTALL_LIBDIR}/pkgconfig")
set(onym_generated_dir "${PROJECT_BINARY_DIR}/package")

# The pkg-config files stay right when the installed tree is moved.
cmake_path(RELATIVE_PATH CMAKE_INSTALL_PREFIX BASE_DIRECTORY
           "${CMAKE_INSTALL_PREFIX}/${onym_pkgconfig_dir}" OUTPUT_VARIABLE
           onym_prefix_from_pc)

if(TARGET onym_capi)
  set_target_properties(onym_capi PROPERTIES EXPORT_NAME capi INSTALL_RPATH
                                             "$ORIGIN")
  install(
    TARGETS onym_capi
    EXPORT onym-c
    RUNTIME COMPONENT runtime
    LIBRARY COMPONENT runtime NAMELINK_COMPONENT dev
    ARCHIVE COMPONENT dev
    INCLUDES
    DESTINATION "${CMAKE_INSTALL_INCLUDEDIR}")
  install(
    DIRECTORY "${PROJECT_SOURCE_DIR}/capi/include/"
    DESTINATION "${CMAKE_INSTALL_INCLUDEDIR}"
    COMPONENT dev)
  install(
    EXPORT onym-c
    NAMESPACE onym::
    FILE onym-c-targets.cmake
    DESTINATION "${onym_package_dir}"
    COMPONENT dev)
  configure_file("${CMAKE_CURRENT_LIST_DIR}/onym.pc.in"
                 "${onym_generated_dir}/onym.pc" @ONLY)
  install(
    FILES "${onym_generated_dir}/onym.pc"
    DESTINATION "${onym_pkgconfig_dir}"
    COMPONENT dev)
endif()

if(ONYM_DEPS STREQUAL "system")
  # The static C library goes with the C++ library, which it needs.
  install(
    TARGETS onym onym_capi_static
    EXPORT onym-cpp
    RUNTIME COMPONENT runtime
    LIBRARY COMPONENT runtime NAMELINK_COMPONENT dev
    ARCHIVE COMPONENT dev)
  install(
    DIRECTORY "${PROJECT_SOURCE_DIR}/include/"
    DESTINATION "${CMAKE_INSTALL_INCLUDEDIR}"
    COMPONENT dev)
  install(
    EXPORT onym-cpp
    NAMESPACE onym::
    FILE onym-cpp-targets.cmake
    DESTINATION "${onym_package_dir}"
    COMPONENT dev)
  install(
    FILES "${CMAKE_CURRENT_LIST_DIR}/FindRE2.cmake"
    DESTINATION "${onym_package_dir}"
    COMPONENT dev)

  # The pkg-config names of what the C++ library links, from the target itself.
  get_target_property(onym_links onym LINK_LIBRARIES)
  set(onym_requires "")
  foreach(library IN LISTS onym_links)
    if(library MATCHES "^absl::(.+)$")
      list(APPEND onym_requires "absl_${CMAKE_MATCH_1}")
    elseif(library MATCHES "^re2::re2$")
      list(APPEND onym_requires "re2")
    elseif(NOT library STREQUAL "Threads::Threads")
      message(FATAL_ERROR "onym-cpp.pc does not know how to link ${library}.")
    endif()
  endforeach()
  list(JOIN onym_requires ", " onym_requires)
  configure_file("${CMAKE_CURRENT_LIST_DIR}/onym-cpp.pc.in"
                 "${onym_generated_dir}/onym-cpp.pc" @ONLY)
  install(
    FILES "${onym_generated_dir}/onym-cpp.pc"
    DESTINATION "${onym_pkgconfig_dir}"
    COMPONENT dev)
endif()

configure_package_config_file(
  "${CMAKE_CURRENT_LIST_DIR}/onymConfig.cmake.in"
  "${onym_generated_dir}/onymConfig.cmake"
  INSTALL_DESTINATION "${onym_package_dir}")
write_basic_package_version_file("${onym_generated_dir}/onymConfigVersion.cmake"
                                 COMPATIBILITY SameMajorVersion)
install(
  FILES "${onym_generated_dir}/onymConfig.cmake"
        "${onym_generated_dir}/onymConfigVersion.cmake"
  DESTINATION "${onym_package_dir}"
  COMPONENT dev)

if(TARGET onym_tool)
  if(BUILD_SHARED_LIBS)
    # The program finds the library of the tree that it was installed with.
    file(RELATIVE_PATH onym_bin_to_lib "/${CMAKE_INSTALL_BINDIR}"
         "/${CMAKE_INSTALL_LIBDIR}")
    set_target_properties(onym_tool PROPERTIES INSTALL_RPATH
                                               "$ORIGIN/${onym_bin_to_lib}")
  endif()
  install(TARGETS onym_tool RUNTIME COMPONENT tool)
  install(
    FILES "${PROJECT_SOURCE_DIR}/docs/onym.1"
    DESTINATION "${CMAKE_INSTALL_MANDIR}/man1"
    COMPONENT tool)
endif()
install(
  FILES "${PROJECT_SOURCE_DIR}/LICENSE" "${PROJECT_SOURCE_DIR}/NOTICE"
  DESTINATION "${CMAKE_INSTALL_DOCDIR}"
  COMPONENT doc)
