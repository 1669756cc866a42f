-- In how many statements of a year each speaks: of everybody's (country_id 0), and of those that somebody of a country speaks, who need not be the same where
-- several speak at once. So who spoke most is read, not counted (db/lists/most-spoken.ts). entity_id is 0 where nobody is named; the year is empty where nothing tells.
CREATE TABLE spoken (
  entity_id  INTEGER NOT NULL,
  country_id INTEGER NOT NULL,
  year       TEXT NOT NULL,
  n          INTEGER NOT NULL CHECK (n > 0),
  PRIMARY KEY (entity_id, country_id, year)
) STRICT, WITHOUT ROWID;
INSERT INTO spoken (entity_id, country_id, year, n)
  SELECT coalesce(p.entity_id, 0) AS entity, 0, coalesce(substr(s.made_on, 1, 4), '') AS year, count(*)
  FROM statement s LEFT JOIN statement_entity p ON p.statement_id = s.id AND p.role = 'SPEAKER' GROUP BY entity, year;
INSERT INTO spoken (entity_id, country_id, year, n)
  SELECT entity_id, country_id, year, count(*) FROM (
    SELECT DISTINCT p.entity_id, e.country_id, substr(p.made_on, 1, 4) AS year, p.statement_id
    FROM statement_entity own CROSS JOIN entity e ON e.id = own.entity_id CROSS JOIN statement_entity p ON p.statement_id = own.statement_id AND p.role = 'SPEAKER'
    WHERE own.role = 'SPEAKER' AND e.country_id IS NOT NULL)
  GROUP BY entity_id, country_id, year;
CREATE INDEX spoken_most ON spoken (country_id, year, n DESC);
