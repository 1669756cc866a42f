-- 7 statements
SELECT p.value AS parent, coalesce(r.starts_on, +?) AS ordered, r.id, r.article_id, r.saying_id, r.label, r.subject_id, r.object_id, r.starts_on, r.dated, r.place_id, r.evidence FROM json_each(+?) p CROSS JOIN json_each((SELECT json_group_array(id) FROM (SELECT id FROM (SELECT r.id AS id, coalesce(r.starts_on, +?) AS ordered, r.sort AS sort FROM json_each((SELECT json_group_array(id) FROM (SELECT r.id AS id FROM relationship r WHERE r.type = +?))) gathered CROSS JOIN relationship r NOT INDEXED ON r.id = gathered.value WHERE r.modality = +? AND r.voice = +? AND (r.id & 63 OR alive()) ORDER BY coalesce(r.starts_on, +?) DESC, r.sort ASC LIMIT +?)))) own CROSS JOIN relationship r ON r.id = own.value ORDER BY p.key, own.key
SELECT e.id, e.slug, e.kind, e.name FROM entity e WHERE e.id IN (SELECT value FROM json_each(+?))
SELECT e.id, e.slug, e.kind, e.name FROM entity e WHERE e.id = +?
SELECT e.id, e.slug, e.kind, e.name FROM entity e WHERE e.id = +?
SELECT r.id, r.article_id, r.saying_id, r.label, r.subject_id, r.object_id, r.starts_on, r.dated, r.place_id, r.evidence FROM relationship r WHERE r.type = +? AND r.modality = +? AND (r.id & 63 OR alive()) ORDER BY r.sort ASC LIMIT +?
SELECT e.id, e.slug, e.kind, e.name FROM entity e WHERE e.id = +?
SELECT e.id, e.slug, e.kind, e.name FROM entity e WHERE e.id = +?
