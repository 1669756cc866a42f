-- What an article says of an event that it has from somebody's words alone is that somebody's word, too: its date, its place. Such a row of `attribute`
-- has rank 2, and is shown only where the event shows the claim of that very article. What one of them dated, another's word is no reason to call a fact.
UPDATE attribute SET rank = 2 WHERE rank = 0 AND field IN ('description', 'country', 'speaksFor', 'place', 'partOf', 'when')
  AND EXISTS (SELECT 1 FROM attribute own WHERE own.entity_id = attribute.entity_id AND own.field = 'standing' AND own.rank > 0 AND own.sort = attribute.sort);

-- What those entities show now of these fields (db/entering/shown.ts).
CREATE TABLE choice AS SELECT entity_id, field, chosen ->> 0 AS rank, chosen -> 1 AS value FROM (
  SELECT e.id AS entity_id, own.field, coalesce(
    (SELECT json_array(rank, json(value)) FROM attribute t WHERE t.entity_id = e.id AND t.field = own.field AND t.rank = 2 AND e.voice <> 'ARTICLE'
      AND t.sort = (SELECT sort FROM attribute s WHERE s.entity_id = e.id AND s.field = 'standing' ORDER BY rank, sort LIMIT 1)),
    (SELECT json_array(rank, json(value)) FROM attribute t WHERE t.entity_id = e.id AND t.field = own.field AND t.rank < 2 ORDER BY rank, sort LIMIT 1)) AS chosen
  FROM (SELECT DISTINCT entity_id, field FROM attribute WHERE rank = 2 AND field <> 'standing') own JOIN entity e ON e.id = own.entity_id);
CREATE UNIQUE INDEX choice_entity ON choice (entity_id, field);

UPDATE entity SET description = (SELECT value ->> '$' FROM choice WHERE entity_id = entity.id AND field = 'description')
  WHERE id IN (SELECT entity_id FROM choice WHERE field = 'description');
UPDATE entity SET country_id = (SELECT o.id FROM choice c JOIN entity o ON o.key = c.value ->> '$' WHERE c.entity_id = entity.id AND c.field = 'country')
  WHERE id IN (SELECT entity_id FROM choice WHERE field = 'country');
UPDATE entity SET speaks_for_id = (SELECT o.id FROM choice c JOIN entity o ON o.key = c.value ->> '$' WHERE c.entity_id = entity.id AND c.field = 'speaksFor')
  WHERE id IN (SELECT entity_id FROM choice WHERE field = 'speaksFor');
UPDATE entity SET place_id = (SELECT o.id FROM choice c JOIN entity o ON o.key = c.value ->> '$' WHERE c.entity_id = entity.id AND c.field = 'place')
  WHERE id IN (SELECT entity_id FROM choice WHERE field = 'place');
UPDATE entity SET part_of_id = (SELECT o.id FROM choice c JOIN entity o ON o.key = c.value ->> '$' WHERE c.entity_id = entity.id AND c.field = 'partOf')
  WHERE id IN (SELECT entity_id FROM choice WHERE field = 'partOf');
UPDATE entity SET starts_on = c.value ->> '$.startsOn', ends_on = c.value ->> '$.endsOn', dated = nullif(c.value -> '$.dated', 'null')
  FROM choice c WHERE c.entity_id = entity.id AND c.field = 'when' AND entity.kind = 'EVENT';
UPDATE entity SET background = (SELECT json_group_array(field ORDER BY field) FROM (
    SELECT b.value AS field FROM json_each(entity.background) b
      WHERE NOT (b.value IN ('startsOn', 'endsOn') AND EXISTS (SELECT 1 FROM choice WHERE entity_id = entity.id AND field = 'when'))
    UNION SELECT field FROM choice WHERE entity_id = entity.id AND rank = 1 AND field <> 'when'
    UNION SELECT b.value FROM choice c, json_each(c.value, '$.background') b WHERE c.entity_id = entity.id AND c.field = 'when' AND entity.kind = 'EVENT'))
  WHERE id IN (SELECT entity_id FROM choice);
DROP TABLE choice;
