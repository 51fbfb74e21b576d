-- CreateTable
CREATE TABLE "RevokedPass" (
    "shop" TEXT NOT NULL,
    "campaignId" UUID NOT NULL,
    "id" UUID NOT NULL,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "RevokedPass_pkey" PRIMARY KEY ("shop","campaignId","id")
);

-- CreateIndex
CREATE INDEX "RevokedPass_expiresAt_idx" ON "RevokedPass"("expiresAt");

-- AddForeignKey
ALTER TABLE "RevokedPass" ADD CONSTRAINT "RevokedPass_shop_campaignId_fkey" FOREIGN KEY ("shop", "campaignId") REFERENCES "EarlyAccessCampaign"("shop", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- What was revoked so far.
INSERT INTO "RevokedPass" (shop, "campaignId", id, "expiresAt")
SELECT shop, "campaignId", id, "expiresAt" FROM "AccessPass" WHERE "revokedAt" IS NOT NULL AND "expiresAt" > now();

-- Every process keeps in memory what visitors are shown, and forgets it when one of these notices comes. They are sent by
-- triggers, so that no writer can forget to. A notice is the shop, and the campaign where it concerns that one alone.

CREATE FUNCTION "tellCampaignChange"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_notify('change', format('%s %s', coalesce(NEW.shop, OLD.shop), coalesce(NEW.id, OLD.id)));
  RETURN NULL;
END $$;

CREATE FUNCTION "tellChangeOfCampaigns"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_notify('change', format('%s %s', coalesce(NEW.shop, OLD.shop), coalesce(NEW."campaignId", OLD."campaignId")));
  RETURN NULL;
END $$;

CREATE FUNCTION "tellShopChange"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_notify('change', NEW.domain);
  RETURN NULL;
END $$;

CREATE FUNCTION "tellCatalogChange"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_notify('change', shop) FROM (SELECT DISTINCT shop FROM changed) AS shops;
  RETURN NULL;
END $$;

-- A campaign without its counters. That it has become full, or no longer is, is no mere count: it is shown.
CREATE TRIGGER "tellChange" AFTER UPDATE ON "EarlyAccessCampaign" FOR EACH ROW
  WHEN (to_jsonb(OLD) - '{totalViews,totalSignups,totalPasses}'::text[] IS DISTINCT FROM to_jsonb(NEW) - '{totalViews,totalSignups,totalPasses}'::text[]
    OR OLD."totalPasses" >= OLD.capacity IS DISTINCT FROM (NEW."totalPasses" >= NEW.capacity))
  EXECUTE FUNCTION "tellCampaignChange"();
CREATE TRIGGER "tellEnd" AFTER DELETE ON "EarlyAccessCampaign" FOR EACH ROW EXECUTE FUNCTION "tellCampaignChange"();

-- Codes and links likewise: that one is used up is no mere count.
CREATE TRIGGER "tellChange" AFTER UPDATE ON "AccessCode" FOR EACH ROW
  WHEN (to_jsonb(OLD) - 'totalUses' IS DISTINCT FROM to_jsonb(NEW) - 'totalUses'
    OR OLD."totalUses" >= OLD."maxUses" IS DISTINCT FROM (NEW."totalUses" >= NEW."maxUses"))
  EXECUTE FUNCTION "tellChangeOfCampaigns"();
CREATE TRIGGER "tellBeginOrEnd" AFTER INSERT OR DELETE ON "AccessCode" FOR EACH ROW EXECUTE FUNCTION "tellChangeOfCampaigns"();
CREATE TRIGGER "tellChange" AFTER UPDATE ON "SecretLink" FOR EACH ROW
  WHEN (to_jsonb(OLD) - 'totalUses' IS DISTINCT FROM to_jsonb(NEW) - 'totalUses'
    OR OLD."totalUses" >= OLD."maxUses" IS DISTINCT FROM (NEW."totalUses" >= NEW."maxUses"))
  EXECUTE FUNCTION "tellChangeOfCampaigns"();
CREATE TRIGGER "tellBeginOrEnd" AFTER INSERT OR DELETE ON "SecretLink" FOR EACH ROW EXECUTE FUNCTION "tellChangeOfCampaigns"();

CREATE TRIGGER "tellChange" AFTER UPDATE ON "Shop" FOR EACH ROW WHEN (OLD.* IS DISTINCT FROM NEW.*) EXECUTE FUNCTION "tellShopChange"();

CREATE TRIGGER "tellNew" AFTER INSERT ON "Product" REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION "tellCatalogChange"();
CREATE TRIGGER "tellChange" AFTER UPDATE ON "Product" REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION "tellCatalogChange"();
CREATE TRIGGER "tellEnd" AFTER DELETE ON "Product" REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION "tellCatalogChange"();
CREATE TRIGGER "tellNew" AFTER INSERT ON "ProductVariant" REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION "tellCatalogChange"();
CREATE TRIGGER "tellChange" AFTER UPDATE ON "ProductVariant" REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION "tellCatalogChange"();
CREATE TRIGGER "tellEnd" AFTER DELETE ON "ProductVariant" REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION "tellCatalogChange"();
CREATE TRIGGER "tellNew" AFTER INSERT ON "CollectionMembership" REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION "tellCatalogChange"();
CREATE TRIGGER "tellChange" AFTER UPDATE ON "CollectionMembership" REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION "tellCatalogChange"();
CREATE TRIGGER "tellEnd" AFTER DELETE ON "CollectionMembership" REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION "tellCatalogChange"();

-- A pass that was revoked, or whose place is no more, opens nothing until it expires by itself. With its campaign all of that goes.
CREATE FUNCTION "keepRevokedPass"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO "RevokedPass" (shop, "campaignId", id, "expiresAt")
  SELECT OLD.shop, OLD."campaignId", OLD.id, OLD."expiresAt" FROM "EarlyAccessCampaign" c
   WHERE c.shop = OLD.shop AND c.id = OLD."campaignId" AND OLD."expiresAt" > now()
      ON CONFLICT DO NOTHING;
  RETURN NULL;
END $$;

CREATE TRIGGER "keepRevoked" AFTER UPDATE ON "AccessPass" FOR EACH ROW
  WHEN (OLD."revokedAt" IS NULL AND NEW."revokedAt" IS NOT NULL) EXECUTE FUNCTION "keepRevokedPass"();
CREATE TRIGGER "keepEnded" AFTER DELETE ON "AccessPass" FOR EACH ROW EXECUTE FUNCTION "keepRevokedPass"();
CREATE TRIGGER "tellChange" AFTER INSERT ON "RevokedPass" FOR EACH ROW EXECUTE FUNCTION "tellChangeOfCampaigns"();
