# What the scripts of this folder share.

cmake_minimum_required(VERSION 3.25)
include("${CMAKE_CURRENT_LIST_DIR}/../examples/pages.cmake")

# run(<command>...): runs a command in WORK_DIR, or stops the test.
function(run)
  execute_process(
    COMMAND ${ARGN}
    COMMAND_ECHO STDOUT
    WORKING_DIRECTORY "${WORK_DIR}"
    RESULT_VARIABLE result)
  if(NOT result EQUAL 0)
    message(FATAL_ERROR "failed with ${result}: ${ARGN}")
  endif()
endfunction()

# check_example(<command>...): runs an example program, which prints of the
# article what the program in C does. Without the article it fails with 1, and
# without an argument with 2.
function(check_example)
  set(article "${SOURCE_DIR}/examples/article.txt")
  execute_process(COMMAND "${EXAMPLE}" "${article}" OUTPUT_VARIABLE expected)
  foreach(case IN ITEMS "0|${article}" "1|${article}.missing" "2|")
    string(REGEX MATCH "^(.)[|](.*)$" _ "${case}")
    execute_process(
      COMMAND ${ARGN} ${CMAKE_MATCH_2}
      WORKING_DIRECTORY "${WORK_DIR}"
      RESULT_VARIABLE result
      OUTPUT_VARIABLE output
      ERROR_VARIABLE error)
    if(NOT result EQUAL CMAKE_MATCH_1)
      message(FATAL_ERROR "${case} failed with ${result}: ${error}")
    endif()
    if(result EQUAL 0)
      if(NOT output STREQUAL expected OR NOT output MATCHES "Tomasz Wolski")
        message(FATAL_ERROR "C printed\n${expected}\nthis\n${output}")
      endif()
    elseif(NOT error MATCHES "missing|usage")
      message(FATAL_ERROR "${case} does not tell what is wrong: ${error}")
    endif()
  endforeach()
endfunction()

# pretend_installed(): lets pkg-config and the loader find the library where it
# was built.
function(pretend_installed)
  cmake_path(GET LIBRARY PARENT_PATH folder)
  file(
    WRITE "${WORK_DIR}/onym.pc"
    "Name: onym
Description: as built
Version: 1.0.0
Cflags: -I${SOURCE_DIR}/capi/include
Libs: -L${folder} -lonym
")
  set(ENV{PKG_CONFIG_PATH} "${WORK_DIR}")
  set(ENV{LD_LIBRARY_PATH} "${folder}")
endfunction()

file(MAKE_DIRECTORY "${WORK_DIR}")
