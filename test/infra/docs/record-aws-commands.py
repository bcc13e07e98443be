"""Writes aws-commands.json: the options of each command of the AWS CLI that the documents and the doctor use.

    pip install awscli==1.46.3 && python record-aws-commands.py 'ses set-active-receipt-rule-set' … > aws-commands.json

With no words it records again what the file has.
"""

import json
import pathlib
import sys

from awscli.clidriver import create_clidriver

recorded = pathlib.Path(__file__).with_name("aws-commands.json")


def below(command, name):
    table = getattr(command, "subcommand_table", None) or command.create_help_command().command_table
    return table[name]


def options_of(words):
    service, *rest = words.split(" ")
    command = create_clidriver()._get_command_table()[service]
    for name in rest:
        command = below(command, name)
    named = {name: one for name, one in command.arg_table.items() if not one.positional_arg}
    return {
        "required": sorted(f"--{name}" for name, one in named.items() if one.required),
        "options": sorted(f"--{name}" for name in named),
    }


if __name__ == "__main__":
    wanted = sys.argv[1:] or json.loads(recorded.read_text())
    print(json.dumps({words: options_of(words) for words in sorted(wanted)}, indent=2))
