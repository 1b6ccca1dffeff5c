# One install test, run by ctest with the variables that CMakeLists.txt passes.
# MODE: prefix installs; the others build and run the examples of README.md
# against the result (find_package, pkg_config), the source (add_subdirectory;
# from its archive, if git is there to make it) or the Debian packages (deb).

cmake_minimum_required(VERSION 3.25)

include("${CMAKE_CURRENT_LIST_DIR}/../examples/pages.cmake")

set(prefix "${WORK_DIR}/prefix")
set(work "${WORK_DIR}/${MODE}")

# run(<command>...): runs a command and stops the test if it fails.
function(run)
  execute_process(COMMAND ${ARGN} COMMAND_ECHO STDOUT RESULT_VARIABLE result)
  if(NOT result EQUAL 0)
    message(FATAL_ERROR "failed with ${result}: ${ARGN}")
  endif()
endfunction()

# build_consumer(<option>...): builds and runs consumer/ with CMake.
function(build_consumer)
  set(sanitize "")
  if(SANITIZE)
    set(sanitize "-fsanitize=${SANITIZE}")
  endif()
  run("${CMAKE_COMMAND}" -S "${SOURCE_DIR}/tests/install/consumer" -B "${work}"
      -G "${GENERATOR}" "-DCMAKE_BUILD_TYPE=${CONFIG}"
      "-DCMAKE_C_COMPILER=${C_COMPILER}" "-DCMAKE_CXX_COMPILER=${CXX_COMPILER}"
      "-DCMAKE_CXX_COMPILER_LAUNCHER=${LAUNCHER}" "-DCMAKE_C_FLAGS=${sanitize}"
      "-DCMAKE_CXX_FLAGS=${sanitize}" "-DEXAMPLES=${work}/examples" ${ARGN})
  run("${CMAKE_COMMAND}" --build "${work}" --parallel 2)
  check_names("${work}/example_c")
  if(TRY_CPP)
    check_names("${work}/example_cpp")
    check_names("${work}/example_static")
  endif()
endfunction()

# build_with_flags(<compiler> <source> <program> <flag>...)
function(build_with_flags compiler source program)
  set(flags ${ARGN} "-Wl,-rpath,${prefix}/${LIBDIR}")
  if(SANITIZE)
    list(APPEND flags "-fsanitize=${SANITIZE}")
  endif()
  run(${compiler} "${source}" -o "${program}" ${flags})
  check_names("${program}")
endfunction()

# build_with_pkg_config(<compiler> <package> <source> <program>)
function(build_with_pkg_config compiler package source program)
  set(ENV{PKG_CONFIG_PATH} "${prefix}/${LIBDIR}/pkgconfig")
  execute_process(
    COMMAND pkg-config --cflags --libs ${package}
    OUTPUT_VARIABLE flags
    OUTPUT_STRIP_TRAILING_WHITESPACE COMMAND_ERROR_IS_FATAL ANY)
  separate_arguments(flags UNIX_COMMAND "${flags}")
  build_with_flags("${compiler}" "${source}" "${program}" ${flags})
endfunction()

# unpack_source(<folder>): puts the source archive's content there.
function(unpack_source folder)
  run("${SOURCE_DIR}/tools/dist" "${folder}")
  file(GLOB archive "${folder}/onym-*.tar.gz")
  file(ARCHIVE_EXTRACT INPUT "${archive}" DESTINATION "${folder}")
  string(REGEX REPLACE "\\.tar\\.gz$" "" unpacked "${archive}")
  file(RENAME "${unpacked}" "${folder}/source")
endfunction()

# unpack_deb(<package> <file>...): unpacks a package over the others and checks
# that it brings these files, under /usr, beside its licence and none that
# another one brings.
function(unpack_deb package)
  file(GLOB deb "${work}/${package}_*.deb")
  execute_process(
    COMMAND dpkg-deb --fsys-tarfile "${deb}"
    COMMAND tar --list
    OUTPUT_VARIABLE listing COMMAND_ERROR_IS_FATAL ANY)
  string(REGEX MATCHALL "[^\n]*[^/\n]\n" files "${listing}")
  foreach(file IN LISTS ARGN ITEMS "share/doc/${package}/copyright")
    if(NOT "./usr/${file}\n" IN_LIST files)
      message(FATAL_ERROR "${package} lacks ${file}; it has\n${files}")
    endif()
  endforeach()
  foreach(file IN LISTS files)
    string(STRIP "${file}" file)
    if(EXISTS "${work}/root/${file}")
      message(FATAL_ERROR "${package} is not the first to bring ${file}")
    endif()
  endforeach()
  run(dpkg-deb --extract "${deb}" "${work}/root")
endfunction()

# unpack_debs(): makes the packages and unpacks them into one folder.
function(unpack_debs)
  run(cpack -G DEB --config "${BUILD_DIR}/CPackConfig.cmake" -C "${CONFIG}" -B
      "${work}")
  unpack_deb(libonym1 "${LIBDIR}/libonym.so.1")
  unpack_deb(libonym-dev "${LIBDIR}/libonym.so" include/onym/onym.h
             "${LIBDIR}/pkgconfig/onym.pc" "${LIBDIR}/cmake/onym/onymConfig.cmake")
  unpack_deb(onym bin/onym share/man/man1/onym.1)
  file(GLOB deb "${work}/libonym-dev_*.deb")
  execute_process(
    COMMAND dpkg-deb --field "${deb}" Depends
    OUTPUT_VARIABLE depends COMMAND_ERROR_IS_FATAL ANY)
  if(NOT depends MATCHES "^libonym1 \\(= 1[.0-9]*\\)")
    message(FATAL_ERROR "libonym-dev does not ask for its library: ${depends}")
  endif()
endfunction()

# With bundled dependencies only the C library is installed.
set(TRY_CPP TRUE)
if(DEPS STREQUAL "bundled" AND NOT MODE STREQUAL "add_subdirectory")
  set(TRY_CPP FALSE)
endif()

file(REMOVE_RECURSE "${work}")
if(MODE STREQUAL "prefix")
  # Moved after installation: nothing in it may name the place it was made for.
  file(REMOVE_RECURSE "${prefix}")
  run("${CMAKE_COMMAND}" --install "${BUILD_DIR}" --config "${CONFIG}" --prefix
      "${work}")
  file(RENAME "${work}" "${prefix}")
  return()
endif()

extract_block("${SOURCE_DIR}/README.md" c "${work}/examples/example.c")
extract_block("${SOURCE_DIR}/README.md" cpp "${work}/examples/example.cc")
if(MODE STREQUAL "find_package")
  build_consumer("-DCMAKE_PREFIX_PATH=${prefix}" "-DUSE_CPP=${TRY_CPP}")
elseif(MODE STREQUAL "pkg_config")
  build_with_pkg_config("${C_COMPILER}" onym "${work}/examples/example.c"
                        "${work}/example_c")
  # Nothing but the compiler is needed for C.
  build_with_flags("${C_COMPILER}" "${work}/examples/example.c"
                   "${work}/example_by_hand" "-I${prefix}/include"
                   "-L${prefix}/${LIBDIR}" -lonym)
  if(TRY_CPP)
    build_with_pkg_config("${CXX_COMPILER};-std=c++17" onym-cpp
                          "${work}/examples/example.cc" "${work}/example_cpp")
  endif()
elseif(MODE STREQUAL "deb")
  unpack_debs()
  set(prefix "${work}/root/usr")
  build_with_pkg_config("${C_COMPILER}" onym "${work}/examples/example.c"
                        "${work}/example_c")
  run("${prefix}/bin/onym" tag "${work}/examples/example.c")
elseif(MODE STREQUAL "add_subdirectory")
  set(source "${SOURCE_DIR}")
  if(EXISTS "${SOURCE_DIR}/.git")
    unpack_source("${work}/archive")
    set(source "${work}/archive/source")
    string(REPLACE "${SOURCE_DIR}/models/" "${source}/models/" MODEL "${MODEL}")
  endif()
  build_consumer("-DONYM_SOURCE=${source}" "-DUSE_CPP=${TRY_CPP}"
                 "-DONYM_DEPS=${DEPS}" "-DONYM_DEPS_DIR=${DEPS_DIR}"
                 "-DONYM_BUILTIN_MODEL=${MODEL}")
else()
  message(FATAL_ERROR "unknown MODE '${MODE}'")
endif()
