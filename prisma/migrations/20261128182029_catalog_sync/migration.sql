-- CreateEnum
CREATE TYPE "CatalogRunKind" AS ENUM ('FILL', 'REFRESH', 'RECONCILE');

-- CreateEnum
CREATE TYPE "CatalogSyncState" AS ENUM ('WAITING', 'EXPORTING', 'WRITING', 'DONE', 'FAILED');

-- CreateEnum
CREATE TYPE "CatalogPart" AS ENUM ('PRODUCTS', 'COLLECTIONS');

-- AlterTable
ALTER TABLE "Collection" ADD COLUMN     "changedAt" TIMESTAMPTZ(3),
ADD COLUMN     "readAt" TIMESTAMPTZ(3);

-- AlterTable
ALTER TABLE "Product" ADD COLUMN     "changedAt" TIMESTAMPTZ(3),
ADD COLUMN     "isPublished" BOOLEAN NOT NULL DEFAULT true,
ADD COLUMN     "readAt" TIMESTAMPTZ(3);

-- CreateTable
CREATE TABLE "CatalogDeletion" (
    "shop" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "deletedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "CatalogDeletion_pkey" PRIMARY KEY ("shop","id")
);

-- CreateTable
CREATE TABLE "CatalogSync" (
    "shop" TEXT NOT NULL,
    "installedAt" TIMESTAMPTZ(3) NOT NULL,
    "kind" "CatalogRunKind" NOT NULL DEFAULT 'FILL',
    "state" "CatalogSyncState" NOT NULL DEFAULT 'WAITING',
    "part" "CatalogPart" NOT NULL DEFAULT 'PRODUCTS',
    "exportId" TEXT,
    "partAt" TIMESTAMPTZ(3),
    "objects" INTEGER NOT NULL DEFAULT 0,
    "ofObjects" INTEGER,
    "bytes" BIGINT NOT NULL DEFAULT 0,
    "differences" INTEGER NOT NULL DEFAULT 0,
    "problem" TEXT,
    "failures" INTEGER NOT NULL DEFAULT 0,
    "startedAt" TIMESTAMPTZ(3),
    "finishedAt" TIMESTAMPTZ(3),
    "reconciledAt" TIMESTAMPTZ(3),
    "reconciled" INTEGER,
    "dueAt" TIMESTAMPTZ(3) NOT NULL DEFAULT statement_timestamp(),
    "leasedUntil" TIMESTAMPTZ(3),
    "lease" UUID,

    CONSTRAINT "CatalogSync_pkey" PRIMARY KEY ("shop")
);

-- CreateTable
CREATE TABLE "CatalogChange" (
    "shop" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "marks" INTEGER NOT NULL DEFAULT 1,
    "changedAt" TIMESTAMPTZ(3),
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "dueAt" TIMESTAMPTZ(3) NOT NULL DEFAULT statement_timestamp(),
    "leasedUntil" TIMESTAMPTZ(3),
    "lease" UUID,

    CONSTRAINT "CatalogChange_pkey" PRIMARY KEY ("shop","id")
);

-- CreateIndex
CREATE INDEX "CatalogDeletion_shop_deletedAt_idx" ON "CatalogDeletion"("shop", "deletedAt");

-- CreateIndex
CREATE INDEX "CatalogSync_dueAt_idx" ON "CatalogSync"("dueAt");

-- CreateIndex
CREATE INDEX "CatalogChange_dueAt_idx" ON "CatalogChange"("dueAt");

-- AddForeignKey
ALTER TABLE "CatalogDeletion" ADD CONSTRAINT "CatalogDeletion_shop_fkey" FOREIGN KEY ("shop") REFERENCES "Shop"("domain") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CatalogSync" ADD CONSTRAINT "CatalogSync_shop_fkey" FOREIGN KEY ("shop") REFERENCES "Shop"("domain") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CatalogChange" ADD CONSTRAINT "CatalogChange_shop_fkey" FOREIGN KEY ("shop") REFERENCES "Shop"("domain") ON DELETE CASCADE ON UPDATE CASCADE;
