# The options of the build, and the properties that every target shares.

option(ONYM_BUILD_TESTS "Build the tests" ${PROJECT_IS_TOP_LEVEL})
option(ONYM_BUILD_TOOLS "Build the command-line program"
       ${PROJECT_IS_TOP_LEVEL})
option(ONYM_BUILD_BENCHMARKS "Build the benchmarks" OFF)
option(ONYM_BUILD_FUZZERS "Build the fuzz targets with libFuzzer (clang)" OFF)
option(ONYM_BUILD_DOCS "Add the target docs, which runs Doxygen" OFF)
option(ONYM_INSTALL "Install the libraries" ${PROJECT_IS_TOP_LEVEL})
option(ONYM_WERROR "Treat compiler warnings as errors" OFF)
option(BUILD_SHARED_LIBS "Build the C++ library shared" OFF)

set(ONYM_DEPS
    "system"
    CACHE STRING "Where Abseil and RE2 come from: system or bundled")
set_property(CACHE ONYM_DEPS PROPERTY STRINGS system bundled)
if(NOT ONYM_DEPS MATCHES "^(system|bundled)$")
  message(FATAL_ERROR "ONYM_DEPS is '${ONYM_DEPS}'; use system or bundled.")
endif()
set(ONYM_DEPS_DIR
    "${PROJECT_SOURCE_DIR}/third_party"
    CACHE PATH "The sources of bundled dependencies (see tools/fetch-deps)")

set(ONYM_SANITIZE
    ""
    CACHE STRING "Sanitizers, as -fsanitize= takes them: address,undefined")
set(ONYM_BUILTIN_MODEL
    "${PROJECT_SOURCE_DIR}/models/en.onym"
    CACHE STRING "The model inside the library; empty to build without one")
set(ONYM_SHARED_DIR
    "${PROJECT_SOURCE_DIR}/../shared"
    CACHE PATH "Development data, which some tests use where it exists")

# A build type must be chosen, or the library would be built unoptimised.
get_property(onym_multi_config GLOBAL PROPERTY GENERATOR_IS_MULTI_CONFIG)
if(PROJECT_IS_TOP_LEVEL
   AND NOT onym_multi_config
   AND NOT CMAKE_BUILD_TYPE)
  set_property(CACHE CMAKE_BUILD_TYPE PROPERTY VALUE Release)
endif()

set(CMAKE_C_STANDARD 11)
set(CMAKE_C_STANDARD_REQUIRED ON)
set(CMAKE_C_EXTENSIONS OFF)
set(CMAKE_CXX_STANDARD 17)
set(CMAKE_CXX_STANDARD_REQUIRED ON)
set(CMAKE_CXX_EXTENSIONS OFF)
# The static libraries end up inside the shared C library.
set(CMAKE_POSITION_INDEPENDENT_CODE ON)
set(CMAKE_C_VISIBILITY_PRESET hidden)
set(CMAKE_CXX_VISIBILITY_PRESET hidden)
set(CMAKE_VISIBILITY_INLINES_HIDDEN ON)
if(PROJECT_IS_TOP_LEVEL)
  set(CMAKE_RUNTIME_OUTPUT_DIRECTORY "${PROJECT_BINARY_DIR}/bin")
  set(CMAKE_EXPORT_COMPILE_COMMANDS ON)
endif()
