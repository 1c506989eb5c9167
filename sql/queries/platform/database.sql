/* @name ping */
select 1 as one;
