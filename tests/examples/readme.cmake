# The code that README.md shows of each binding is that of the binding's own
# README.md, which tests of bindings/ run. Run with -D SOURCE_DIR=, WORK_DIR=.

cmake_minimum_required(VERSION 3.25)
include("${CMAKE_CURRENT_LIST_DIR}/pages.cmake")

foreach(pair IN ITEMS python:python node:js rust:rust go:go java:java)
  string(REPLACE ":" ";" pair "${pair}")
  list(GET pair 0 binding)
  list(GET pair 1 language)
  set(own "${SOURCE_DIR}/bindings/${binding}/README.md")
  extract_block("${SOURCE_DIR}/README.md" ${language} "${WORK_DIR}/shown")
  extract_block("${own}" ${language} "${WORK_DIR}/own")
  file(READ "${WORK_DIR}/shown" shown)
  file(READ "${WORK_DIR}/own" run)
  if(NOT shown STREQUAL run)
    message(FATAL_ERROR "README.md and ${own} show different code")
  endif()
endforeach()
