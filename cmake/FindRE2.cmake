# Finds RE2 and defines re2::re2. Newer releases bring a CMake package, older
# ones (Debian 12) only a header and a library.

find_package(re2 CONFIG QUIET)
if(TARGET re2::re2)
  set(RE2_FOUND TRUE)
  return()
endif()

find_path(RE2_INCLUDE_DIR re2/re2.h)
find_library(RE2_LIBRARY re2)
mark_as_advanced(RE2_INCLUDE_DIR RE2_LIBRARY)

include(FindPackageHandleStandardArgs)
find_package_handle_standard_args(RE2 REQUIRED_VARS RE2_LIBRARY RE2_INCLUDE_DIR)

if(RE2_FOUND)
  include(CMakeFindDependencyMacro)
  find_dependency(Threads)
  add_library(re2::re2 UNKNOWN IMPORTED)
  set_target_properties(
    re2::re2
    PROPERTIES IMPORTED_LOCATION "${RE2_LIBRARY}"
               INTERFACE_INCLUDE_DIRECTORIES "${RE2_INCLUDE_DIR}"
               INTERFACE_LINK_LIBRARIES Threads::Threads)
endif()
