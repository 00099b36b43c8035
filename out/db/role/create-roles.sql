-- For the administrator of a PostgreSQL server that Kyufu shall use: run once as superuser, then give both roles a
-- password (\password). Flyway connects as kyufu_owner (spring.flyway.user), everything else as kyufu_app
-- (spring.datasource.username). The embedded server is made by this same file.
CREATE ROLE kyufu_owner LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOREPLICATION NOBYPASSRLS;
CREATE ROLE kyufu_app LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOREPLICATION NOBYPASSRLS;
CREATE DATABASE kyufu OWNER kyufu_owner TEMPLATE template0 ENCODING 'UTF8';
REVOKE ALL ON DATABASE kyufu FROM PUBLIC;
GRANT CONNECT, TEMPORARY ON DATABASE kyufu TO kyufu_app;
