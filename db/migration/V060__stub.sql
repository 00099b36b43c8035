CREATE TABLE bank_master(master_id int, completed boolean); CREATE TABLE bank_branch(x int);
