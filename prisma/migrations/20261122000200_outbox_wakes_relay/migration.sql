-- The relay listens on this channel, so a fact leaves within milliseconds of its commit; PostgreSQL tells it at commit, never before.
CREATE FUNCTION outbox_message_wakes_relay() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_notify('outbox_message', '');
  RETURN NULL;
END
$$;

CREATE TRIGGER outbox_message_wakes_relay AFTER INSERT ON outbox_message
  FOR EACH STATEMENT EXECUTE FUNCTION outbox_message_wakes_relay();
