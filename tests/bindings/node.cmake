# Installs the Node package with npm, the built library in it, and runs its
# tests: in a copy, as npm writes beside the sources.

include("${CMAKE_CURRENT_LIST_DIR}/run.cmake")

set(package "${WORK_DIR}/bindings/node")
file(REMOVE_RECURSE "${package}/tests")
foreach(path IN ITEMS bindings/node docs examples models/en.onym)
  cmake_path(GET path PARENT_PATH folder)
  file(
    COPY "${SOURCE_DIR}/${path}"
    DESTINATION "${WORK_DIR}/${folder}"
    PATTERN node_modules EXCLUDE
    PATTERN build EXCLUDE
    PATTERN lib EXCLUDE)
endforeach()
run("${CMAKE_COMMAND}" -E env "ONYM_LIBRARY=${LIBRARY}" "${NPM}" ci
    --prefix "${package}" --no-audit --no-fund --prefer-offline)
run("${NPM}" test --prefix "${package}")

# A project that installs the package as it is published.
set(project "${WORK_DIR}/examples/node")
run("${NPM}" pack "${package}" --pack-destination "${WORK_DIR}")
run("${NPM}" install --prefix "${project}" --no-save --no-audit --no-fund
    --prefer-offline "${WORK_DIR}/onym-1.0.0.tgz")
check_example("${NODE}" "${project}/tag.mjs")
