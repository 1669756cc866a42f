-- Which different offices somebody holds, without a look at every article that says so. What the condition asks for is in the index as well, else it is
-- looked for in the rows.
CREATE INDEX relationship_office ON relationship (subject_id, coalesce(role, label), object_id, starts_on, ends_on, sort, type, voice, modality)
  WHERE type = 'HOLDS_OFFICE' AND voice = 'ARTICLE' AND modality = 'ACTUAL';

-- Who is a member of what or takes part in it, and what says so, without a look at all else that the two do. One type is known to be among these
-- where they are written with OR.
CREATE INDEX relationship_member ON relationship (object_id, type, subject_id, sort, voice, modality) WHERE type = 'MEMBER_OF' OR type = 'PARTICIPATED_IN';
