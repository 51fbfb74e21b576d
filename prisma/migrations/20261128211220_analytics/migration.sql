-- CreateEnum
CREATE TYPE "HappeningKind" AS ENUM ('VIEW', 'UNIQUE_VISITOR', 'GATE_SHOWN', 'ATTEMPT', 'DENIED', 'PASS', 'SIGNUP', 'PRODUCT_OPENED', 'SENT_TO_CART');

-- CreateEnum
CREATE TYPE "CountDimension" AS ENUM ('TOTAL', 'SOURCE', 'CODE', 'LINK', 'DEVICE', 'COUNTRY', 'REASON');

CREATE TYPE "CountGrain" AS ENUM ('QUARTER', 'HOUR', 'DAY');

CREATE TYPE "CampaignActionKind" AS ENUM ('ACTIVATED', 'PAUSED', 'OPENED_TO_ALL', 'CLOSED_TO_ALL', 'END_CHANGED', 'CODE_REPLACED', 'PASSES_REVOKED');

-- AlterTable
ALTER TABLE "EarlyAccessCampaign" ADD COLUMN     "isOpenToAll" BOOLEAN NOT NULL DEFAULT false;

-- CreateTable
CREATE TABLE "Happening" (
    "shop" TEXT NOT NULL,
    "id" BIGSERIAL NOT NULL,
    "campaignId" UUID NOT NULL,
    "at" TIMESTAMPTZ(0) NOT NULL,
    "kind" "HappeningKind" NOT NULL,
    "count" INTEGER NOT NULL,
    "isSuspected" BOOLEAN NOT NULL,
    "source" TEXT NOT NULL,
    "device" TEXT NOT NULL,
    "country" TEXT,
    "reason" TEXT,
    "accessCodeId" UUID,
    "secretLinkId" UUID,

    CONSTRAINT "Happening_pkey" PRIMARY KEY ("shop","campaignId","id")
);

-- CreateTable
CREATE TABLE "CampaignCount" (
    "shop" TEXT NOT NULL,
    "campaignId" UUID NOT NULL,
    "dimension" "CountDimension" NOT NULL,
    "grain" "CountGrain" NOT NULL,
    "bucketStart" TIMESTAMPTZ(0) NOT NULL,
    "kind" "HappeningKind" NOT NULL,
    "value" TEXT NOT NULL,
    "isSuspected" BOOLEAN NOT NULL,
    "count" INTEGER NOT NULL,

    CONSTRAINT "CampaignCount_pkey" PRIMARY KEY ("shop","campaignId","dimension","grain","bucketStart","kind","value","isSuspected")
);

-- CreateTable
CREATE TABLE "VisitorOfDay" (
    "shop" TEXT NOT NULL,
    "campaignId" UUID NOT NULL,
    "day" DATE NOT NULL,
    "digest" BYTEA NOT NULL,

    CONSTRAINT "VisitorOfDay_pkey" PRIMARY KEY ("shop","campaignId","day","digest")
);

-- CreateTable
CREATE TABLE "VisitorSalt" (
    "shop" TEXT NOT NULL,
    "day" DATE NOT NULL,
    "salt" BYTEA NOT NULL,

    CONSTRAINT "VisitorSalt_pkey" PRIMARY KEY ("shop","day")
);

-- CreateTable
CREATE TABLE "CampaignAction" (
    "shop" TEXT NOT NULL,
    "id" UUID NOT NULL,
    "campaignId" UUID NOT NULL,
    "kind" "CampaignActionKind" NOT NULL,
    "actor" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT statement_timestamp(),

    CONSTRAINT "CampaignAction_pkey" PRIMARY KEY ("shop","id")
);

-- CreateIndex
CREATE INDEX "Happening_at_idx" ON "Happening" USING BRIN ("at");

-- CreateIndex
CREATE INDEX "VisitorOfDay_day_idx" ON "VisitorOfDay"("day");

-- CreateIndex
CREATE INDEX "VisitorSalt_day_idx" ON "VisitorSalt"("day");

-- CreateIndex
CREATE INDEX "CampaignAction_shop_campaignId_at_id_idx" ON "CampaignAction"("shop", "campaignId", "at", "id");

-- AddForeignKey
ALTER TABLE "Happening" ADD CONSTRAINT "Happening_shop_campaignId_fkey" FOREIGN KEY ("shop", "campaignId") REFERENCES "EarlyAccessCampaign"("shop", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CampaignCount" ADD CONSTRAINT "CampaignCount_shop_campaignId_fkey" FOREIGN KEY ("shop", "campaignId") REFERENCES "EarlyAccessCampaign"("shop", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CampaignAction" ADD CONSTRAINT "CampaignAction_shop_campaignId_fkey" FOREIGN KEY ("shop", "campaignId") REFERENCES "EarlyAccessCampaign"("shop", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- Its rows are counted up again and again: with room on their pages no index has to be touched for it.
ALTER TABLE "CampaignCount" SET (fillfactor = 70);
