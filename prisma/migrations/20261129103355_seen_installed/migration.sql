-- AlterTable
ALTER TABLE "Shop" ADD COLUMN     "seenInstalledAt" TIMESTAMPTZ(3);

-- That a shop was seen is no change of what visitors are shown: a merchant at work would have every process forget each minute what it keeps.
DROP TRIGGER "tellChange" ON "Shop";
CREATE TRIGGER "tellChange" AFTER UPDATE ON "Shop" FOR EACH ROW
  WHEN (to_jsonb(OLD) - '{seenInstalledAt,updatedAt}'::text[] IS DISTINCT FROM to_jsonb(NEW) - '{seenInstalledAt,updatedAt}'::text[])
  EXECUTE FUNCTION "tellShopChange"();
