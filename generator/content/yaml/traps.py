"""The slips that break YAML, each found on its line and worded for people who don't program."""

from generator.content.yaml import layout_traps, value_traps
from generator.content.yaml.trap import Rule

# The surer a sign is, the earlier its rule.
RULES: tuple[Rule, ...] = (
    layout_traps.tab,
    layout_traps.block_mark,
    value_traps.smart_quotes,
    value_traps.opening_quote,
    value_traps.brackets,
    value_traps.indicator,
    layout_traps.indentation,
    layout_traps.stray_list,
    layout_traps.list_indentation,
    value_traps.continued_colon,
    value_traps.colon,
    layout_traps.missing_space,
    layout_traps.margin_text,
)
