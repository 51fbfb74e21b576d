-- CreateTable
CREATE TABLE "CampaignDefaults" (
    "shop" TEXT NOT NULL,
    "consentText" TEXT,
    "texts" JSONB NOT NULL DEFAULT '{}',
    "accentColor" TEXT,
    "pictureUrl" TEXT,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "CampaignDefaults_pkey" PRIMARY KEY ("shop")
);

-- AddForeignKey
ALTER TABLE "CampaignDefaults" ADD CONSTRAINT "CampaignDefaults_shop_fkey" FOREIGN KEY ("shop") REFERENCES "Shop"("domain") ON DELETE CASCADE ON UPDATE CASCADE;
