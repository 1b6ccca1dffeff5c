# Warnings for our own code. Included after the bundled dependencies, which are
# not held to them.

add_compile_options(
  $<$<COMPILE_LANGUAGE:C,CXX>:-Wall>
  $<$<COMPILE_LANGUAGE:C,CXX>:-Wextra>
  $<$<COMPILE_LANGUAGE:C,CXX>:-Wcast-align>
  $<$<COMPILE_LANGUAGE:C,CXX>:-Wundef>
  $<$<COMPILE_LANGUAGE:C,CXX>:-Wimplicit-fallthrough>
  $<$<COMPILE_LANGUAGE:CXX>:-Wnon-virtual-dtor>
  $<$<COMPILE_LANGUAGE:CXX>:-Woverloaded-virtual>
  $<$<COMPILE_LANGUAGE:C>:-Wstrict-prototypes>
  $<$<COMPILE_LANGUAGE:C>:-Wmissing-prototypes>)
# Of gcc's -Wshadow, the part that clang means by it: a constructor's parameter
# may be called as the member that it sets.
if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
  add_compile_options($<$<COMPILE_LANGUAGE:C,CXX>:-Wshadow=local>)
else()
  add_compile_options($<$<COMPILE_LANGUAGE:C,CXX>:-Wshadow>)
endif()
if(ONYM_WERROR)
  add_compile_options($<$<COMPILE_LANGUAGE:C,CXX>:-Werror>)
endif()
