# Runs the example programs C and CPP on ARTICLE: both print the same, which
# holds what nobody would miss in it. Without the article they fail with 1, and
# without an argument with 2.

foreach(program IN ITEMS "${C}" "${CPP}")
  execute_process(
    COMMAND "${program}" "${ARTICLE}"
    OUTPUT_VARIABLE output
    RESULT_VARIABLE result)
  if(NOT result EQUAL 0)
    message(FATAL_ERROR "${program} failed with ${result}")
  endif()
  if(DEFINED expected AND NOT output STREQUAL expected)
    message(FATAL_ERROR "C printed\n${expected}\nC++ printed\n${output}")
  endif()
  set(expected "${output}")

  execute_process(
    COMMAND "${program}" "${ARTICLE}.missing"
    RESULT_VARIABLE result
    ERROR_VARIABLE error)
  if(NOT result EQUAL 1 OR NOT error MATCHES "missing")
    message(FATAL_ERROR "${program} did not report a missing file: ${error}")
  endif()
  execute_process(
    COMMAND "${program}"
    RESULT_VARIABLE result
    ERROR_VARIABLE error)
  if(NOT result EQUAL 2 OR NOT error MATCHES "usage")
    message(FATAL_ERROR "${program} did not tell its usage: ${error}")
  endif()
endforeach()

# The numbers in between are the model's business.
foreach(entity IN ITEMS "PERSON|Tomasz Wolski" "PERSON|Agnieszka Nowak"
                        "GPE|Warsaw" "GPE|Poland" "DATE|Thursday")
  string(REPLACE "|" "\t[01]\\.[0-9][0-9]\t" line "${entity}")
  if(NOT expected MATCHES "(^|\n)${line}\n")
    message(FATAL_ERROR "${entity} is missing in\n${expected}")
  endif()
endforeach()
