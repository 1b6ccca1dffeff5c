# The programs that README files and guides show, for the tests that run them.

# extract_block(<page> <language> <file>): writes the first code block of a page
# that is marked with <language>.
function(extract_block page language file)
  file(READ "${page}" text)
  string(FIND "${text}" "\n```${language}\n" begin)
  if(begin EQUAL -1)
    message(FATAL_ERROR "${page} has no code block in ${language}")
  endif()
  string(LENGTH "\n```${language}\n" mark)
  math(EXPR begin "${begin} + ${mark}")
  string(SUBSTRING "${text}" ${begin} -1 text)
  string(FIND "${text}" "\n```" end)
  string(SUBSTRING "${text}" 0 ${end} text)
  file(WRITE "${file}" "${text}\n")
endfunction()

# check_names(<command>...): runs a program of a page, which prints the names in
# the sentence that all pages tag.
function(check_names)
  execute_process(COMMAND ${ARGN} OUTPUT_VARIABLE output
                  COMMAND_ERROR_IS_FATAL ANY)
  message(STATUS "${ARGN} printed:\n${output}")
  foreach(line IN ITEMS "Angela Merkel\tPERSON" "NATO\tORG" "Brussels\tGPE"
                        "Tuesday\tDATE")
    if(NOT output MATCHES "(^|\n)${line}\n")
      message(FATAL_ERROR "${line} is missing in\n${output}")
    endif()
  endforeach()
endfunction()
