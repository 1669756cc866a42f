-- Who was bound otherwise by each of the last changes, so that whoever keeps ties in memory need not read all of them again (db/tables/changes.ts).
-- `last` is the last entity of before. Without `pairs` there were too many.
CREATE TABLE change (
  version INTEGER PRIMARY KEY,
  last    INTEGER NOT NULL,
  pairs   TEXT
) STRICT;
