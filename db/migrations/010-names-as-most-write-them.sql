-- A name is written as most of the articles that give it write it (db/entering/shown.ts): of those that differ in capitals, accents or marks alone.
UPDATE entity SET name = coalesce((SELECT written.name FROM alias given CROSS JOIN alias written ON written.entity_id = given.entity_id AND written.folded = given.folded
  WHERE given.entity_id = entity.id AND given.name = entity.name AND written.given > 0 ORDER BY written.given DESC, written.name DESC LIMIT 1), name)
WHERE id IN (SELECT entity_id FROM alias WHERE given > 0 GROUP BY entity_id HAVING count(*) > 1);
