# The Debian packages that `cpack -G DEB` makes in the build folder: libonym1
# (the shared libraries), libonym-dev (what compiling needs), onym (the program).
# Configure with CMAKE_INSTALL_PREFIX=/usr, so that the libraries go where Debian
# has its own.

set(CPACK_GENERATOR DEB)
set(CPACK_PACKAGE_NAME onym)
set(CPACK_PACKAGE_VENDOR "The Onym authors")
set(CPACK_PACKAGE_CONTACT "The Onym authors")
set(CPACK_PACKAGING_INSTALL_PREFIX /usr)
set(CPACK_STRIP_FILES ON)
set(CPACK_VERBATIM_VARIABLES ON)

set(CPACK_COMPONENTS_ALL runtime dev)
if(TARGET onym_tool)
  list(APPEND CPACK_COMPONENTS_ALL tool)
endif()
set(CPACK_DEB_COMPONENT_INSTALL ON)
set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
# What a package needs is read from its programs and libraries.
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS ON)
set(CPACK_DEBIAN_PACKAGE_GENERATE_SHLIBS ON)

set(CPACK_DEBIAN_RUNTIME_PACKAGE_NAME libonym1)
set(CPACK_DEBIAN_RUNTIME_PACKAGE_SECTION libs)
set(CPACK_COMPONENT_RUNTIME_DESCRIPTION
    "The shared library with the C interface; the model is inside.")

set(CPACK_DEBIAN_DEV_PACKAGE_NAME libonym-dev)
set(CPACK_DEBIAN_DEV_PACKAGE_SECTION libdevel)
set(CPACK_DEBIAN_DEV_PACKAGE_DEPENDS "libonym1 (= ${PROJECT_VERSION})")
if(ONYM_DEPS STREQUAL "system")
  # The headers and the static library of C++ are made of these.
  string(APPEND CPACK_DEBIAN_DEV_PACKAGE_DEPENDS ", libabsl-dev, libre2-dev")
endif()
set(CPACK_COMPONENT_DEV_DESCRIPTION
    "Headers, libraries, CMake and pkg-config files.")

set(CPACK_DEBIAN_TOOL_PACKAGE_NAME onym)
set(CPACK_DEBIAN_TOOL_PACKAGE_SECTION text)
set(CPACK_COMPONENT_TOOL_DESCRIPTION
    "A program that tags and tokenizes text, scores and trains models.")

# Debian asks each package for its licences in one file; no other installation
# has a use for that.
file(READ "${PROJECT_SOURCE_DIR}/NOTICE" onym_notice)
file(READ "${PROJECT_SOURCE_DIR}/LICENSE" onym_license)
file(READ "${PROJECT_SOURCE_DIR}/models/README.md" onym_model_card)
file(WRITE "${PROJECT_BINARY_DIR}/package/copyright"
     "${onym_notice}\n${onym_license}\n${onym_model_card}")
foreach(component IN LISTS CPACK_COMPONENTS_ALL)
  string(TOUPPER "${component}" upper)
  install(
    FILES "${PROJECT_BINARY_DIR}/package/copyright"
    DESTINATION
      "${CMAKE_INSTALL_DATAROOTDIR}/doc/${CPACK_DEBIAN_${upper}_PACKAGE_NAME}"
    COMPONENT ${component}
    EXCLUDE_FROM_ALL)
endforeach()

include(CPack)
