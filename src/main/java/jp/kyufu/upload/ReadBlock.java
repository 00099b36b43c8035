package jp.kyufu.upload;

/** A block of the file, what the stage has made of it, and the rows that it did not take. */
record ReadBlock<B>(RecordBlock source, B block, Rejects rejects) {}
