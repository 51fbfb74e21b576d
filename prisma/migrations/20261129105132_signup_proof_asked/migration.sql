-- AlterTable
ALTER TABLE "Signup" ADD COLUMN     "isProofAsked" BOOLEAN NOT NULL DEFAULT false;

-- Under which rule the earlier ones came nobody wrote down: who is at a campaign that wants proofs today counts as asked for one.
UPDATE "Signup" s SET "isProofAsked" = true
  FROM "EarlyAccessCampaign" c WHERE c.shop = s.shop AND c.id = s."campaignId" AND c."trustLevel" <> 'INSTANT';
