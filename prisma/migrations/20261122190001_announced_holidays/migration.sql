-- The holiday whose days of a year an announcement names: they then go before those the law's rule expects.
ALTER TABLE "calendar_day" ADD COLUMN "holiday" TEXT;
