-- The graph: articles, what is marked in them, and the entities that the marks mean.
--
-- Offsets are UTF-16 code units, end exclusive; text is never cut in SQL, whose substr counts code points.
-- `key` is made from what is identified (src/model/keys.ts) and stable; the integer `id` is internal and identifies nothing outside this file.
-- Those of articles and statements also number what came in: AUTOINCREMENT gives none twice, so that who has heard of one can go on from there.
-- `sort` is unique, bytewise, and made from content: the newest article first, then the order of its text. It is the default
-- order of every list and the last word in every other, so that nothing depends on the order in which articles arrived.
-- Comments within a table stand in every file that was made with it: they are left as they are, where what they name has moved, too.
-- SQLite builds a table for each IN of three words or more whenever a row enters: so CHECKs are written with OR.

CREATE TABLE article (
  id           INTEGER PRIMARY KEY AUTOINCREMENT,
  key          TEXT NOT NULL UNIQUE CHECK (length(key) = 64),       -- SHA-256 of the text
  slug         TEXT NOT NULL UNIQUE,
  title        TEXT NOT NULL,
  text         TEXT NOT NULL,
  mended       TEXT NOT NULL,                                       -- broken words put together, for search only: "t hey" gives "they"
  publisher    TEXT,
  author       TEXT,
  url          TEXT,
  published_on TEXT,
  supplied     TEXT NOT NULL CHECK (json_valid(supplied)),
  language     TEXT NOT NULL,
  reader       TEXT NOT NULL,
  read_at      TEXT NOT NULL,
  sort         TEXT NOT NULL UNIQUE
) STRICT;
CREATE INDEX article_published ON article (published_on, sort);
CREATE INDEX article_publisher ON article (publisher, sort);
CREATE INDEX article_title ON article (title, sort);
CREATE INDEX article_reader ON article (reader);

CREATE TABLE sentence (
  article_id INTEGER NOT NULL REFERENCES article (id) ON DELETE CASCADE,
  position   INTEGER NOT NULL CHECK (position >= 1),
  start      INTEGER NOT NULL CHECK (start >= 0),
  end        INTEGER NOT NULL CHECK (end > start),
  headline   INTEGER NOT NULL CHECK (headline IN (0, 1)),
  PRIMARY KEY (article_id, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE remark (
  id         INTEGER PRIMARY KEY,
  article_id INTEGER NOT NULL REFERENCES article (id) ON DELETE CASCADE,
  sort       TEXT NOT NULL UNIQUE,
  rule       TEXT NOT NULL,
  message    TEXT NOT NULL,
  expected   TEXT,
  found      TEXT,
  start      INTEGER,
  end        INTEGER,
  CHECK ((start IS NULL) = (end IS NULL))
) STRICT;
CREATE INDEX remark_article ON remark (article_id, sort);

-- Somebody or something in the graph. The columns after `named` are chosen from `attribute`, see there.
CREATE TABLE entity (
  id           INTEGER PRIMARY KEY,
  key          TEXT NOT NULL UNIQUE,
  slug         TEXT NOT NULL UNIQUE,
  named        INTEGER NOT NULL CHECK (named IN (0, 1)),
  kind         TEXT NOT NULL CHECK (kind = 'PERSON' OR kind = 'COUNTRY' OR kind = 'ORGANISATION' OR kind = 'PLACE' OR kind = 'EVENT' OR kind = 'GROUP' OR kind = 'TOPIC'),
  name         TEXT NOT NULL,
  folded       TEXT NOT NULL,
  alike        TEXT,                                                -- what it shares with those it may be (db/alike.ts)
  description  TEXT,
  wikidata_id  TEXT,
  honorific    TEXT,
  country_id   INTEGER REFERENCES entity (id),
  speaks_for_id INTEGER REFERENCES entity (id),
  place_id     INTEGER REFERENCES entity (id),
  part_of_id   INTEGER REFERENCES entity (id),
  iso2         TEXT,
  iso3         TEXT,
  capital      TEXT,
  demonyms     TEXT CHECK (json_valid(demonyms)),
  latitude     REAL,
  longitude    REAL,
  starts_on    TEXT,
  ends_on      TEXT,
  dated        TEXT CHECK (json_valid(dated)),                      -- {article, start, end}
  voice        TEXT CHECK (voice = 'ARTICLE' OR voice = 'CLAIMED' OR voice = 'PRESUPPOSED'),
  modality     TEXT CHECK (modality = 'ACTUAL' OR modality = 'PLANNED' OR modality = 'REQUESTED' OR modality = 'POSSIBLE' OR modality = 'NEGATED'),
  statement_id INTEGER REFERENCES statement (id),                   -- the statement that claims the event
  background   TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(background)),
  -- How often it occurs, kept by apply and remove: lists are ordered by these.
  mentions      INTEGER NOT NULL DEFAULT 0,
  statements    INTEGER NOT NULL DEFAULT 0,                         -- as speaker
  said_about    INTEGER NOT NULL DEFAULT 0,                         -- as addressee, target or topic
  relationships INTEGER NOT NULL DEFAULT 0,
  articles      INTEGER NOT NULL DEFAULT 0,
  CHECK ((voice IS NULL) = (kind <> 'EVENT')),
  CHECK ((voice IS NULL OR voice = 'ARTICLE') = (statement_id IS NULL))
) STRICT;
CREATE INDEX entity_kind ON entity (kind, slug);
CREATE INDEX entity_folded ON entity (folded, slug);
CREATE INDEX entity_alike ON entity (alike, slug) WHERE named = 1 AND alike IS NOT NULL;
CREATE INDEX entity_country ON entity (country_id, kind, slug) WHERE country_id IS NOT NULL;
CREATE INDEX entity_speaks_for ON entity (speaks_for_id) WHERE speaks_for_id IS NOT NULL;
CREATE INDEX entity_part_of ON entity (part_of_id, slug) WHERE part_of_id IS NOT NULL;
CREATE INDEX entity_place ON entity (place_id) WHERE place_id IS NOT NULL;
CREATE INDEX entity_statement ON entity (statement_id) WHERE statement_id IS NOT NULL;
CREATE INDEX entity_iso2 ON entity (iso2) WHERE iso2 IS NOT NULL;
-- Without the slug that decides between equals: most entities have few of each, and new ones stand together at the end of their number.
CREATE INDEX entity_mentions ON entity (mentions);
CREATE INDEX entity_statements ON entity (statements);
CREATE INDEX entity_said_about ON entity (said_about);
CREATE INDEX entity_relationships ON entity (relationships);
CREATE INDEX entity_articles ON entity (articles);

-- Which article speaks of which entity, or needs it as background (mentions = 0), and what it calls it: the entity shows the name of the
-- first article by sort that has it in its own words (rank 0), else of the first. An entity lives as long as it has a row here.
CREATE TABLE appearance (
  entity_id  INTEGER NOT NULL REFERENCES entity (id),
  article_id INTEGER NOT NULL REFERENCES article (id) ON DELETE CASCADE,
  sort       TEXT NOT NULL,                                         -- the article's
  mentions   INTEGER NOT NULL,
  kind       TEXT NOT NULL,
  name       TEXT NOT NULL,
  rank       INTEGER NOT NULL CHECK (rank IN (0, 1)),               -- 1: the name is background
  PRIMARY KEY (entity_id, sort)
) STRICT, WITHOUT ROWID;
CREATE INDEX appearance_article ON appearance (article_id, entity_id);

-- What else each article says of an entity, one field a row. The entity shows the first of each field by rank (0 the article's own,
-- 1 background; for the standing of events 0 ARTICLE, 1 PRESUPPOSED, 2 CLAIMED), then sort: the same whatever order articles came in.
-- What only means something together is one field: the dates of an event with their passage (`when`), a point on the earth.
CREATE TABLE attribute (
  entity_id  INTEGER NOT NULL REFERENCES entity (id),
  field      TEXT NOT NULL,
  rank       INTEGER NOT NULL CHECK (rank BETWEEN 0 AND 2),
  sort       TEXT NOT NULL,
  article_id INTEGER NOT NULL REFERENCES article (id) ON DELETE CASCADE,
  value      TEXT NOT NULL CHECK (json_valid(value)),
  PRIMARY KEY (entity_id, field, rank, sort)
) STRICT, WITHOUT ROWID;
CREATE INDEX attribute_article ON attribute (article_id, entity_id);

-- The names by which articles call an entity. `uses` counts mentions, `given` the articles that have it as canonical name; `first` is the
-- place (`sort`) of the first of those mentions.
CREATE TABLE alias (
  id        INTEGER PRIMARY KEY,
  entity_id INTEGER NOT NULL REFERENCES entity (id) ON DELETE CASCADE,
  name      TEXT NOT NULL,
  folded    TEXT NOT NULL,
  uses      INTEGER NOT NULL CHECK (uses >= 0),
  given     INTEGER NOT NULL CHECK (given >= 0),
  first     TEXT,
  UNIQUE (entity_id, name),
  CHECK (uses + given > 0),
  CHECK ((uses = 0) = (first IS NULL))
) STRICT;
CREATE INDEX alias_folded ON alias (folded, entity_id);

CREATE TABLE possible_match (
  entity_id  INTEGER NOT NULL REFERENCES entity (id),
  other_id   INTEGER NOT NULL REFERENCES entity (id),
  article_id INTEGER NOT NULL REFERENCES article (id) ON DELETE CASCADE,
  rule       TEXT NOT NULL,
  reason     TEXT NOT NULL,
  confidence REAL NOT NULL CHECK (confidence BETWEEN 0 AND 1),
  PRIMARY KEY (entity_id, other_id, article_id),
  CHECK (entity_id <> other_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX possible_match_other ON possible_match (other_id);
CREATE INDEX possible_match_article ON possible_match (article_id);

-- Its key is made of its article and place (db/tables/lookup.ts), and takes no room here. Its id is made of its article's and its number in the
-- order of the text (db/tables/mentions.ts), so that an article's mentions are one stretch of rows and need no index; an entity's are found by
-- the articles in which it appears.
CREATE TABLE mention (
  id         INTEGER PRIMARY KEY,
  article_id INTEGER NOT NULL REFERENCES article (id) ON DELETE CASCADE,
  entity_id  INTEGER NOT NULL REFERENCES entity (id),
  start      INTEGER NOT NULL CHECK (start >= 0),
  end        INTEGER NOT NULL CHECK (end > start),
  text       TEXT NOT NULL,
  form       TEXT NOT NULL CHECK (form = 'NAME' OR form = 'NOMINAL' OR form = 'PRONOUN' OR form = 'ADJECTIVE' OR form = 'VERB'),
  rule       TEXT NOT NULL,
  reason     TEXT NOT NULL,
  confidence REAL NOT NULL CHECK (confidence BETWEEN 0 AND 1),
  sort       TEXT NOT NULL
) STRICT;

CREATE TABLE statement (
  id            INTEGER PRIMARY KEY AUTOINCREMENT,
  key           TEXT NOT NULL,                                      -- unique; found by its article, which it tells (db/keyed.ts)
  article_id    INTEGER NOT NULL REFERENCES article (id) ON DELETE CASCADE,
  sort          TEXT NOT NULL UNIQUE,
  kind          TEXT NOT NULL CHECK (kind = 'DIRECT' OR kind = 'MIXED' OR kind = 'INDIRECT'),
  act           TEXT NOT NULL CHECK (act = 'SAY' OR act = 'ASK' OR act = 'ANNOUNCE' OR act = 'REPORT' OR act = 'SUGGEST' OR act = 'CONFIRM' OR act = 'DENY'
                  OR act = 'WARN' OR act = 'PREDICT' OR act = 'ACCUSE' OR act = 'CONDEMN' OR act = 'CRITICISE'
                  OR act = 'PRAISE' OR act = 'URGE' OR act = 'ORDER' OR act = 'OFFER' OR act = 'PROMISE'
                  OR act = 'THREATEN' OR act = 'REFUSE' OR act = 'AGREE' OR act = 'THANK' OR act = 'CONDOLE'
                  OR act = 'APOLOGISE' OR act = 'BELIEVE' OR act = 'HOPE' OR act = 'FEAR'),
  label         TEXT NOT NULL,
  attribution   TEXT NOT NULL CHECK (attribution = 'EXPLICIT' OR attribution = 'COREFERENCE' OR attribution = 'INFERRED' OR attribution = 'UNATTRIBUTED'),
  voice         TEXT NOT NULL CHECK (voice = 'ARTICLE' OR voice = 'CLAIMED'),
  modality      TEXT NOT NULL CHECK (modality = 'ACTUAL' OR modality = 'PLANNED' OR modality = 'REQUESTED' OR modality = 'POSSIBLE' OR modality = 'NEGATED'),
  reported_in_id INTEGER REFERENCES statement (id),
  via_id        INTEGER REFERENCES entity (id),
  made_on       TEXT,
  sentence      INTEGER NOT NULL,                                   -- position of its first
  source        TEXT CHECK (json_valid(source)),                    -- spans as [start, end]
  cue           TEXT CHECK (json_valid(cue)),
  content       TEXT NOT NULL CHECK (json_valid(content)),          -- [[start, end], …]
  quotations    TEXT NOT NULL CHECK (json_valid(quotations)),
  dated         TEXT CHECK (json_valid(dated)),
  text          TEXT NOT NULL,                                      -- the content's passages joined by " … "
  mended        TEXT NOT NULL,
  published_on  TEXT,                                               -- the article's, for dates and groups
  rule          TEXT NOT NULL,
  reason        TEXT NOT NULL,
  confidence    REAL NOT NULL CHECK (confidence BETWEEN 0 AND 1),
  CHECK ((voice = 'ARTICLE') = (reported_in_id IS NULL))
) STRICT;
CREATE INDEX statement_sentence ON statement (article_id, sentence, sort);
CREATE INDEX statement_act ON statement (act, sort);
CREATE INDEX statement_claimed ON statement (sort) WHERE voice = 'CLAIMED';
CREATE INDEX statement_made ON statement (made_on, sort) WHERE made_on IS NOT NULL;
CREATE INDEX statement_confidence ON statement (confidence DESC, sort);
CREATE INDEX statement_via ON statement (via_id, sort) WHERE via_id IS NOT NULL;
CREATE INDEX statement_reported ON statement (reported_in_id, sort) WHERE reported_in_id IS NOT NULL;

CREATE TABLE statement_entity (
  statement_id INTEGER NOT NULL REFERENCES statement (id) ON DELETE CASCADE,
  role         TEXT NOT NULL CHECK (role = 'SPEAKER' OR role = 'ADDRESSEE' OR role = 'TARGET' OR role = 'ABOUT'),
  ordinal      INTEGER NOT NULL,
  entity_id    INTEGER NOT NULL REFERENCES entity (id),
  sort         TEXT NOT NULL,                                       -- the statement's
  PRIMARY KEY (statement_id, role, ordinal)
) STRICT, WITHOUT ROWID;
CREATE UNIQUE INDEX statement_entity_entity ON statement_entity (entity_id, role, sort, statement_id);

CREATE TABLE relationship (
  id           INTEGER PRIMARY KEY,
  key          TEXT NOT NULL,                                       -- as a statement's
  article_id   INTEGER NOT NULL REFERENCES article (id) ON DELETE CASCADE,
  sort         TEXT NOT NULL UNIQUE,
  type         TEXT NOT NULL CHECK (type = 'HOLDS_OFFICE' OR type = 'REPRESENTS' OR type = 'MEMBER_OF' OR type = 'PART_OF' OR type = 'LEADS'
                  OR type = 'LOCATED_IN' OR type = 'HAPPENED_IN' OR type = 'PARTICIPATED_IN' OR type = 'CONCERNS'
                  OR type = 'AFFILIATED_WITH' OR type = 'CAUSED' OR type = 'AGREE' OR type = 'CONSULT'
                  OR type = 'SUPPORT' OR type = 'CONCEDE' OR type = 'COOPERATE' OR type = 'AID' OR type = 'RETREAT'
                  OR type = 'REQUEST' OR type = 'ACCUSE' OR type = 'REJECT' OR type = 'THREATEN' OR type = 'PROTEST'
                  OR type = 'SANCTION' OR type = 'MOBILIZE' OR type = 'COERCE' OR type = 'ASSAULT' OR type = 'LEFT'
                  OR type = 'PRECEDED' OR type = 'RELATED_TO'),
  label        TEXT NOT NULL,
  subject_id   INTEGER NOT NULL REFERENCES entity (id),
  object_id    INTEGER REFERENCES entity (id),
  voice        TEXT NOT NULL CHECK (voice = 'ARTICLE' OR voice = 'CLAIMED' OR voice = 'PRESUPPOSED'),
  statement_id INTEGER REFERENCES statement (id),
  saying_id    INTEGER REFERENCES statement (id),
  modality     TEXT NOT NULL CHECK (modality = 'ACTUAL' OR modality = 'PLANNED' OR modality = 'REQUESTED' OR modality = 'POSSIBLE' OR modality = 'NEGATED'),
  role         TEXT,
  starts_on    TEXT,
  ends_on      TEXT,
  dated        TEXT CHECK (json_valid(dated)),
  place_id     INTEGER REFERENCES entity (id),
  sentence     INTEGER NOT NULL,
  evidence     TEXT NOT NULL CHECK (json_valid(evidence) AND json_array_length(evidence) > 0),
  text         TEXT NOT NULL,                                       -- label and evidence, for search
  published_on TEXT,
  rule         TEXT NOT NULL,
  reason       TEXT NOT NULL,
  confidence   REAL NOT NULL CHECK (confidence BETWEEN 0 AND 1),
  CHECK ((voice = 'ARTICLE') = (statement_id IS NULL))
) STRICT;
CREATE INDEX relationship_sentence ON relationship (article_id, sentence, sort);
CREATE INDEX relationship_subject ON relationship (subject_id, sort);
CREATE INDEX relationship_object ON relationship (object_id, sort);
CREATE INDEX relationship_type ON relationship (type, sort);
CREATE INDEX relationship_claimed ON relationship (voice, sort) WHERE voice <> 'ARTICLE';
CREATE INDEX relationship_starts ON relationship (starts_on, sort) WHERE starts_on IS NOT NULL;
CREATE INDEX relationship_confidence ON relationship (confidence DESC, sort);
CREATE INDEX relationship_statement ON relationship (statement_id, sort) WHERE statement_id IS NOT NULL;
CREATE INDEX relationship_saying ON relationship (saying_id, sort) WHERE saying_id IS NOT NULL;
CREATE INDEX relationship_place ON relationship (place_id) WHERE place_id IS NOT NULL;

-- What binds two entities, once in each direction, for neighbours and paths: a relationship that has an object, or a statement
-- from a speaker to an addressee or target. `hop` is 0 for ties that never are a step of a path (RELATED_TO). As each stands in both
-- directions, `from_id` refers for `to_id` too, which needs no index of its own then.
CREATE TABLE tie (
  from_id         INTEGER NOT NULL REFERENCES entity (id),
  to_id           INTEGER NOT NULL,
  sort            TEXT NOT NULL,
  forwards        INTEGER NOT NULL CHECK (forwards IN (0, 1)),
  hop             INTEGER NOT NULL CHECK (hop IN (0, 1)),
  relationship_id INTEGER REFERENCES relationship (id) ON DELETE CASCADE,
  statement_id    INTEGER REFERENCES statement (id) ON DELETE CASCADE,
  PRIMARY KEY (from_id, to_id, sort, forwards),
  CHECK ((relationship_id IS NULL) <> (statement_id IS NULL))
) STRICT, WITHOUT ROWID;

-- By how many ties two entities are bound, and by how many of those that may be a step of a path: counted as ties come and go, so that
-- who has many need not have them counted anew.
CREATE TABLE neighbour (
  from_id INTEGER NOT NULL REFERENCES entity (id),
  to_id   INTEGER NOT NULL,
  weight  INTEGER NOT NULL CHECK (weight > 0),
  hops    INTEGER NOT NULL CHECK (hops >= 0),
  PRIMARY KEY (from_id, to_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX neighbour_weight ON neighbour (from_id, weight);

-- Counts of the whole graph, and the version that every change raises.
CREATE TABLE statistic (
  name  TEXT PRIMARY KEY,
  value INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
INSERT INTO statistic VALUES ('dataVersion', 0);

-- Full text. External content: the tables above hold the words. New rows are indexed many at once (db/tables/full-text.ts: each index writes out
-- what it has gathered whenever a statement begins that may fail half way); the triggers take deleted ones out.
CREATE VIRTUAL TABLE article_text USING fts5 (title, text, mended, content = 'article', content_rowid = 'id', tokenize = 'unicode61 remove_diacritics 2');
CREATE VIRTUAL TABLE statement_text USING fts5 (text, mended, content = 'statement', content_rowid = 'id', tokenize = 'unicode61 remove_diacritics 2');
CREATE VIRTUAL TABLE relationship_text USING fts5 (text, content = 'relationship', content_rowid = 'id', tokenize = 'unicode61 remove_diacritics 2');
CREATE VIRTUAL TABLE alias_text USING fts5 (folded, content = 'alias', content_rowid = 'id', tokenize = 'trigram');

-- In how many names each trigram is.
CREATE VIRTUAL TABLE alias_trigram USING fts5vocab (alias_text, row);

CREATE TRIGGER article_text_delete AFTER DELETE ON article BEGIN
  INSERT INTO article_text (article_text, rowid, title, text, mended) VALUES ('delete', old.id, old.title, old.text, old.mended);
END;
CREATE TRIGGER statement_text_delete AFTER DELETE ON statement BEGIN
  INSERT INTO statement_text (statement_text, rowid, text, mended) VALUES ('delete', old.id, old.text, old.mended);
END;
CREATE TRIGGER relationship_text_delete AFTER DELETE ON relationship BEGIN
  INSERT INTO relationship_text (relationship_text, rowid, text) VALUES ('delete', old.id, old.text);
END;
CREATE TRIGGER alias_text_delete AFTER DELETE ON alias BEGIN
  INSERT INTO alias_text (alias_text, rowid, folded) VALUES ('delete', old.id, old.folded);
END;
