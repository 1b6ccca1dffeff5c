# One install test, run by ctest with the variables that CMakeLists.txt passes.
# MODE: prefix installs; the others build and run the examples of README.md
# against the result (find_package, pkg_config) or the source (add_subdirectory).

cmake_minimum_required(VERSION 3.25)

set(prefix "${WORK_DIR}/prefix")
set(work "${WORK_DIR}/${MODE}")

# run(<command>...): runs a command and stops the test if it fails.
function(run)
  execute_process(COMMAND ${ARGN} COMMAND_ECHO STDOUT RESULT_VARIABLE result)
  if(NOT result EQUAL 0)
    message(FATAL_ERROR "failed with ${result}: ${ARGN}")
  endif()
endfunction()

# extract(<language> <file>): writes the first code block of README.md that is
# marked with <language>.
function(extract language file)
  file(READ "${SOURCE_DIR}/README.md" text)
  string(FIND "${text}" "\n```${language}\n" begin)
  if(begin EQUAL -1)
    message(FATAL_ERROR "README.md has no code block in ${language}")
  endif()
  string(LENGTH "\n```${language}\n" mark)
  math(EXPR begin "${begin} + ${mark}")
  string(SUBSTRING "${text}" ${begin} -1 text)
  string(FIND "${text}" "\n```" end)
  string(SUBSTRING "${text}" 0 ${end} text)
  file(WRITE "${file}" "${text}\n")
endfunction()

# check(<program>): runs an example, which must find what its text names.
function(check program)
  execute_process(
    COMMAND "${program}"
    OUTPUT_VARIABLE output
    RESULT_VARIABLE result)
  message(STATUS "${program} printed:\n${output}")
  if(NOT result EQUAL 0)
    message(FATAL_ERROR "${program} failed with ${result}")
  endif()
  foreach(line IN ITEMS "Angela Merkel\tPERSON" "NATO\tORG" "Brussels\tGPE"
                        "Tuesday\tDATE")
    if(NOT output MATCHES "(^|\n)${line}\n")
      message(FATAL_ERROR "${program} did not print: ${line}")
    endif()
  endforeach()
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
  check("${work}/example_c")
  if(TRY_CPP)
    check("${work}/example_cpp")
  endif()
endfunction()

# build_with_pkg_config(<compiler> <package> <source> <program>)
function(build_with_pkg_config compiler package source program)
  set(ENV{PKG_CONFIG_PATH} "${prefix}/${LIBDIR}/pkgconfig")
  execute_process(
    COMMAND pkg-config --cflags --libs ${package}
    OUTPUT_VARIABLE flags
    OUTPUT_STRIP_TRAILING_WHITESPACE COMMAND_ERROR_IS_FATAL ANY)
  separate_arguments(flags UNIX_COMMAND "${flags}")
  if(SANITIZE)
    list(APPEND flags "-fsanitize=${SANITIZE}")
  endif()
  run(${compiler} "${source}" -o "${program}" ${flags}
      "-Wl,-rpath,${prefix}/${LIBDIR}")
  check("${program}")
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

extract(c "${work}/examples/example.c")
extract(cpp "${work}/examples/example.cc")
if(MODE STREQUAL "find_package")
  build_consumer("-DCMAKE_PREFIX_PATH=${prefix}" "-DUSE_CPP=${TRY_CPP}")
elseif(MODE STREQUAL "pkg_config")
  build_with_pkg_config("${C_COMPILER}" onym "${work}/examples/example.c"
                        "${work}/example_c")
  if(TRY_CPP)
    build_with_pkg_config("${CXX_COMPILER};-std=c++17" onym-cpp
                          "${work}/examples/example.cc" "${work}/example_cpp")
  endif()
elseif(MODE STREQUAL "add_subdirectory")
  build_consumer("-DONYM_SOURCE=${SOURCE_DIR}" "-DUSE_CPP=${TRY_CPP}"
                 "-DONYM_DEPS=${DEPS}" "-DONYM_DEPS_DIR=${DEPS_DIR}"
                 "-DONYM_BUILTIN_MODEL=${MODEL}")
else()
  message(FATAL_ERROR "unknown MODE '${MODE}'")
endif()
