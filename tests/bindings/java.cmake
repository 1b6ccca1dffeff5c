# Installs the Java package with Maven into a repository of the test, which runs
# its tests, and builds projects that use it: in a copy, as Maven writes beside
# the sources.

include("${CMAKE_CURRENT_LIST_DIR}/run.cmake")

# All that a program needs when it runs: libonym.so is for those that are built.
file(MAKE_DIRECTORY "${WORK_DIR}/lib")
file(COPY_FILE "${LIBRARY}" "${WORK_DIR}/lib/libonym.so.1")
set(ENV{LD_LIBRARY_PATH} "${WORK_DIR}/lib")
set(repository "${WORK_DIR}/repository")
set(maven "${MVN}" --batch-mode --quiet -Dstyle.color=never
          "-Dmaven.repo.local=${repository}")
set(example "${WORK_DIR}/examples/java")

file(REMOVE_RECURSE "${WORK_DIR}/bindings" "${WORK_DIR}/examples")
foreach(path IN ITEMS bindings/java examples models/en.onym)
  cmake_path(GET path PARENT_PATH folder)
  file(
    COPY "${SOURCE_DIR}/${path}"
    DESTINATION "${WORK_DIR}/${folder}"
    PATTERN target EXCLUDE)
endforeach()
run(${maven} -f "${WORK_DIR}/bindings/java" install)

# The example, by Maven as its users run it, and alone.
run(${maven} -f "${example}" compile exec:java
    "-Dexec.args=${SOURCE_DIR}/examples/article.txt")
file(GLOB_RECURSE jars "${repository}/org/onym/onym-1.0.0.jar"
     "${repository}/net/java/dev/jna/jna-*.jar")
list(JOIN jars ":" class_path)
check_example("${JAVA}" -cp "${example}/target/classes:${class_path}" Tag)
run("${JAVA}" -cp
    "${WORK_DIR}/bindings/java/target/test-classes:${class_path}"
    org.onym.Overhead "${SOURCE_DIR}/examples/article.txt" 20)

foreach(page IN ITEMS bindings/java/README.md docs/java.md)
  string(MAKE_C_IDENTIFIER "${page}" name)
  extract_block("${SOURCE_DIR}/${page}" java "${WORK_DIR}/${name}/Main.java")
  check_names("${JAVA}" -cp "${class_path}" "${WORK_DIR}/${name}/Main.java")
endforeach()
