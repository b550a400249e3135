# Writes OUT: the entries of every family (FAMILIES, headers separated by "|") as initialisers, so that
# adding a code is adding its row and nothing else.
string(REPLACE "|" ";" families "${FAMILIES}")
set(table "")
foreach(family IN LISTS families)
  file(STRINGS "${family}" rows REGEX "^inline constexpr Entry k[A-Za-z0-9]+{")
  foreach(row IN LISTS rows)
    string(REGEX MATCH "k[A-Za-z0-9]+" name "${row}")
    string(APPEND table "&${name},\n")
  endforeach()
endforeach()
file(WRITE "${OUT}" "${table}")
