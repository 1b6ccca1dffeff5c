# Installs the Python package with pip, the built library in it, into an
# environment of its own, and runs its tests.

include("${CMAKE_CURRENT_LIST_DIR}/run.cmake")

set(python "${WORK_DIR}/venv/bin/python")
if(NOT EXISTS "${python}")
  run("${PYTHON3}" -m venv "${WORK_DIR}/venv")
endif()
run("${python}" -m pip install --quiet --disable-pip-version-check
    "${SOURCE_DIR}/bindings/python[test]"
    "--config-settings=cmake.define.ONYM_LIBRARY=${LIBRARY}")
run("${python}" -B -m pytest -q -p no:cacheprovider
    "${SOURCE_DIR}/bindings/python/tests")
check_example("${python}" "${SOURCE_DIR}/examples/python/tag.py")
