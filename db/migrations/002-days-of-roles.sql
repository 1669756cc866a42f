-- The day that a statement was made stands with each who has a role in it, too: what somebody said in a year is then read off one index.
-- An empty text where the statement has none, for an index that is unique knows no two nulls that are the same.
ALTER TABLE statement_entity ADD COLUMN made_on TEXT NOT NULL DEFAULT '';
UPDATE statement_entity SET made_on = coalesce((SELECT made_on FROM statement WHERE id = statement_id), '');
DROP INDEX statement_entity_entity;
CREATE UNIQUE INDEX statement_entity_entity ON statement_entity (entity_id, role, sort, statement_id, made_on);
