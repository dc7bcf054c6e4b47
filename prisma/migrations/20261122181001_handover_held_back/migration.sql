-- What stands in the way of an order whose day has come: {"code", "values"}; null where nothing does.
ALTER TABLE "handover" ADD COLUMN "held_back" JSONB;
