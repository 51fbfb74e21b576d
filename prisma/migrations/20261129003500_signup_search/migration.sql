-- The beginning of an address is looked up by the index that keeps addresses of a campaign apart, so that a search costs a sign-up
-- nothing. An index finds beginnings only where texts are ordered by their bytes, whatever the database's own collation is. Prisma does
-- not know collations, so the schema cannot say it. The table is not rewritten, its unique index is.
ALTER TABLE "Signup" ALTER COLUMN "emailKey" TYPE TEXT COLLATE "C";
