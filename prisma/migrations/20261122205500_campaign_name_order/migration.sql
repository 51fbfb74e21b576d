-- Names as people order them, whatever the database's own collation is: without regard to capitals and accents first, and
-- 2 before 10. Prisma does not know collations, so the schema cannot say it.
CREATE COLLATION "vip_names" (provider = icu, locale = 'und-u-kn-true');
ALTER TABLE "EarlyAccessCampaign" ALTER COLUMN "name" TYPE TEXT COLLATE "vip_names";
