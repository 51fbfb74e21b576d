-- AlterEnum
ALTER TYPE "CampaignActionKind" ADD VALUE 'ARCHIVED';
ALTER TYPE "CampaignActionKind" ADD VALUE 'UNARCHIVED';

-- AlterTable
ALTER TABLE "EarlyAccessCampaign" ADD COLUMN "archivedAt" TIMESTAMPTZ(3);

-- What is put away lets nobody in, whoever writes it.
ALTER TABLE "EarlyAccessCampaign" ADD CONSTRAINT "EarlyAccessCampaign_archived_is_not_active"
  CHECK ("archivedAt" IS NULL OR NOT "isActive");

-- A pass that is given back opens again at every process: it is forgotten among the revoked ones, and told as its revocation was.
CREATE FUNCTION "forgetRevokedPass"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  DELETE FROM "RevokedPass" WHERE shop = NEW.shop AND "campaignId" = NEW."campaignId" AND id = NEW.id;
  PERFORM pg_notify('change', format('%s %s', NEW.shop, NEW."campaignId"));
  RETURN NULL;
END $$;

CREATE TRIGGER "forgetRevoked" AFTER UPDATE ON "AccessPass" FOR EACH ROW
  WHEN (OLD."revokedAt" IS NOT NULL AND NEW."revokedAt" IS NULL) EXECUTE FUNCTION "forgetRevokedPass"();
