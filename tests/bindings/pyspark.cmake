# Installs the Python package and Spark into an environment of their own, and
# runs the example of examples/pyspark in local mode.

include("${CMAKE_CURRENT_LIST_DIR}/run.cmake")

set(python "${WORK_DIR}/venv/bin/python")
if(NOT EXISTS "${python}")
  run("${PYTHON3}" -m venv "${WORK_DIR}/venv")
endif()
run("${python}" -m pip install --quiet --disable-pip-version-check
    "${SOURCE_DIR}/bindings/python"
    "--config-settings=cmake.define.ONYM_LIBRARY=${LIBRARY}"
    "pyspark>=4,<5" "pandas<3" pyarrow)
set(ENV{PYSPARK_PYTHON} "${python}")
set(ENV{SPARK_LOCAL_IP} 127.0.0.1)
run("${python}" -B "${CMAKE_CURRENT_LIST_DIR}/pyspark_test.py" "${SOURCE_DIR}"
    "${WORK_DIR}")
