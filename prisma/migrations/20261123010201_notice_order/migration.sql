-- A person's notices in the order they are listed, the unread first: a page of them is read without all the others.
CREATE INDEX notice_order ON notice (person_id, (read_at IS NOT NULL), at DESC, id) WHERE in_app;
DROP INDEX "notice_person_id_at_id_idx";
