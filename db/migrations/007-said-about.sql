-- What each said about whom, in the order of lists: of two who have much in common to say with others the few statements are found at once.
CREATE TABLE said_about (
  speaker_id   INTEGER NOT NULL,
  entity_id    INTEGER NOT NULL,
  sort         TEXT NOT NULL,                                       -- the statement's
  statement_id INTEGER NOT NULL,
  made_on      TEXT NOT NULL,                                       -- empty where nothing tells
  PRIMARY KEY (speaker_id, entity_id, sort)
) STRICT, WITHOUT ROWID;
INSERT INTO said_about (speaker_id, entity_id, sort, statement_id, made_on)
  SELECT own.entity_id, about.entity_id, own.sort, own.statement_id, own.made_on
  FROM statement_entity own CROSS JOIN statement_entity about ON about.statement_id = own.statement_id AND about.role = 'ABOUT' WHERE own.role = 'SPEAKER'
  ORDER BY own.entity_id, about.entity_id, own.sort;
