/**
 * The way to PostgreSQL: a durable server of our own by default, any other by configuration; bulk
 * rows in and out by binary COPY; statements from {@code .sql} files; what is fixed when an
 * installation is made (training or not) and the clock that follows from it. Owns the table
 * installation and the tables of Spring Batch.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"value"})
package jp.kyufu.database;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
