-- CreateEnum
CREATE TYPE "DataRequestSource" AS ENUM ('SHOPIFY', 'MERCHANT');

-- CreateTable
CREATE TABLE "WebhookEvent" (
    "shop" TEXT NOT NULL,
    "topic" TEXT NOT NULL,
    "eventId" TEXT NOT NULL,
    "triggeredAt" TIMESTAMPTZ(3) NOT NULL,
    "receivedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT statement_timestamp(),
    "sealedPayload" BYTEA,
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "dueAt" TIMESTAMPTZ(3) DEFAULT statement_timestamp(),
    "leasedUntil" TIMESTAMPTZ(3),
    "lease" UUID,
    "failingSince" TIMESTAMPTZ(3),
    "doneAt" TIMESTAMPTZ(3),

    CONSTRAINT "WebhookEvent_pkey" PRIMARY KEY ("shop","topic","eventId")
);

-- CreateTable
CREATE TABLE "DataRequest" (
    "shop" TEXT NOT NULL,
    "id" UUID NOT NULL,
    "source" "DataRequestSource" NOT NULL,
    "shopifyId" TEXT,
    "personDigest" BYTEA,
    "sealedEmail" BYTEA,
    "sealedFile" BYTEA,
    "askedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT statement_timestamp(),
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,
    "erasedAt" TIMESTAMPTZ(3),

    CONSTRAINT "DataRequest_pkey" PRIMARY KEY ("shop","id")
);

-- CreateIndex
CREATE INDEX "WebhookEvent_dueAt_shop_idx" ON "WebhookEvent"("dueAt", "shop");

-- CreateIndex
CREATE INDEX "WebhookEvent_shop_dueAt_idx" ON "WebhookEvent"("shop", "dueAt");

-- CreateIndex
CREATE INDEX "WebhookEvent_receivedAt_idx" ON "WebhookEvent"("receivedAt");

-- CreateIndex
CREATE INDEX "DataRequest_shop_askedAt_id_idx" ON "DataRequest"("shop", "askedAt", "id");

-- CreateIndex
CREATE INDEX "DataRequest_shop_personDigest_idx" ON "DataRequest"("shop", "personDigest");

-- CreateIndex
CREATE UNIQUE INDEX "DataRequest_shop_shopifyId_key" ON "DataRequest"("shop", "shopifyId");
