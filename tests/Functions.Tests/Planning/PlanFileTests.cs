using ProgramReview.Functions.Planning;
using Xunit;

namespace ProgramReview.Functions.Tests.Planning;

public sealed class PlanFileTests
{
    /// <summary>One text of the plan, what stands there instead, the path of the fault, a piece of what it says.</summary>
    public static TheoryData<string, string, string, string> Changes =>
        new()
        {
            { "  quorum: 3", "  quorm: 3", "approval.quorm", "'quorum' is meant" },
            { "  extendBy: window", "  extendBy: always", "outages.extendBy", "Write window" },
            { "  atMost: 3d", "  atMost: 90m", "outages.atMost", "whole hours" },
            { "  quorum: 3", "  quorm: 3", "approval.quorum", "missing" },
            { "  quorum: 3", "  quorum: three", "approval.quorum", "neither a number nor a share" },
            { "  quorum: 3", "  quorum: -3", "approval.quorum", "neither a number nor a share" },
            {
                "  quorum: 3",
                "  quorum: 99999999999",
                "approval.quorum",
                "neither a number nor a share"
            },
            { "  quorum: 3", "  quorum:", "approval.quorum", "empty" },
            { "  quorum: 3", "  quorum: [3]", "approval.quorum", "A text is expected" },
            { "  quorum: 3", "  quorum: 6", "approval.quorum", "cannot be reached" },
            { "  quorum: 3", "  quorum: 2/0", "approval.quorum", "neither a number nor a share" },
            { "  quorum: 3", "  quorum: 3/2", "approval.quorum", "cannot be reached" },
            { "  closes: 10d", "  closes: 10 days", "approval.closes", "not a length of time" },
            { "  closes: 10d", "  closes: 9999d", "approval.closes", "not a length of time" },
            {
                "  reminders: [81h, 177h]",
                "  reminders: 3d",
                "approval.reminders",
                "A list is expected"
            },
            {
                "  reminders: [81h, 177h]",
                "  reminders: [3d, 7y]",
                "approval.reminders[1]",
                "not a length of time"
            },
            {
                "opens: 2024-08-01T08:00:00+07:00",
                "opens: 2024-08-01T08:00:00",
                "opens",
                "no offset"
            },
            {
                "opens: 2024-08-01T08:00:00+07:00",
                "opens: 2024-08-01T08:00:00.5+07:00",
                "opens",
                "fraction"
            },
            {
                "opens: 2024-08-01T08:00:00+07:00",
                "opens: 2024-08-32T08:00:00+07:00",
                "opens",
                "does not exist"
            },
            { "opens: 2024-08-01T08:00:00+07:00", "opens: 1 August", "opens", "not an instant" },
            {
                "opens: 2024-08-01T08:00:00+07:00",
                "opens: 1024-08-01T08:00:00+07:00",
                "opens",
                "out of range"
            },
            {
                "opens: 2024-08-01T08:00:00+07:00",
                "opens: start + 2x",
                "opens",
                "not a length of time"
            },
            { "opens: 2024-08-01T08:00:00+07:00", "opens: start", "opens", "no start is given" },
            { "  issued: 2021-03-17", "  issued: 17 March 2021", "programme.issued", "not a day" },
            { "timeZone: Asia/Ho_Chi_Minh", "timeZone: ../../etc", "timeZone", "not known" },
            { "id: hanoi-01-ctr-tu", "id: Hanoi", "id", "not a code" },
            {
                "id: hanoi-01-ctr-tu",
                "id: hanoi\nid: hanoi",
                "id",
                $"stands at line {PlanText.LineOf(FrozenPlan.Text, "id: hanoi-01-ctr-tu")} already"
            },
            { "version: 1", "version: &v 1", "version", "Anchors" },
            { "version: 1", "version: *v", "version", "Aliases" },
            { "version: 1", "version: !!int 1", "version", "Tags" },
            { "version: 1", "? [version]\n: 1", "", "not a plain word" },
            { "version: 1", "version: \"\\uD800\"", "", "YAML" },
            { "version: 1", "version: \"\\b\"", "version", "no text" },
            { "version: 1", "version: 1\n---\nid: second", "", "second document" },
            { "version: 1", "version: 1\ncolour: red", "colour", "not known" },
            { "version: 1", "version: [", "", "YAML" },
            { "version: 1", "\tversion: 1", "", "YAML" },
            { "    maxSize: 20 MiB", "    maxSize: 20 MB", "reportTypes[0].maxSize", "not a size" },
            {
                "    maxSize: 20 MiB",
                "    maxSize: 300 MiB",
                "reportTypes[0].maxSize",
                "out of range"
            },
            {
                "    formats: [pdf,",
                "    formats: [odt,",
                "reportTypes[0].formats[0]",
                "not a format"
            },
            {
                "    owedBy: [council]",
                "    owedBy: [west]",
                "reportTypes[0].owedBy[0]",
                "no body 'west'"
            },
            {
                "    owedBy: [kind: district]",
                "    owedBy: [kind: ward]",
                "reportTypes[6].owedBy[0].kind",
                "kind 'ward'"
            },
            {
                "    owedBy: [kind: district]",
                "    owedBy: [sort: district]",
                "reportTypes[6].owedBy[0].sort",
                "not known"
            },
            {
                "    after: [r1,",
                "    after: [r0,",
                "reportTypes[5].after[0]",
                "no report type 'r0'"
            },
            {
                "    opensAtLatest: 2024-09-21",
                "    opensAtLatest: 2024-09-20",
                "reportTypes[5].opensAtLatest",
                "feeds"
            },
            {
                "    after: [r1, r2, r3, r4, r5]",
                "",
                "reportTypes[5].opensAtLatest",
                "opens with the cycle"
            },
            {
                "    outline: standard",
                "    outline: standart",
                "reportTypes[0].outline",
                "'standard' is meant"
            },
            {
                "    dataAnnex: standard",
                "    dataAnnex: other",
                "reportTypes[0].dataAnnex",
                "not among dataAnnexes"
            },
            {
                "      - { before: 15d, at: \"09:00\" }",
                "      - { before: 15d, at: 9 }",
                "reportTypes[0].reminders[0].at",
                "time of day"
            },
            {
                "      - { before: 15d, at: \"09:00\" }",
                "      - { before: 15h, at: \"09:00\" }",
                "reportTypes[0].reminders[0].before",
                "whole days"
            },
            {
                "      - { before: 15d, at: \"09:00\" }",
                "      - { before: 150d }",
                "reportTypes[0].reminders[0]",
                "before the report was asked for"
            },
            {
                "      - { before: 15d, at: \"09:00\" }",
                "      - 15d",
                "reportTypes[0].reminders[0]",
                "Keys with values"
            },
            {
                "consolidatedReport: r6",
                "consolidatedReport: r7",
                "consolidatedReport",
                "no report type"
            },
            {
                "  email: tong-ket@hanoi.example",
                "  email: tong-ket",
                "operations.email",
                "not a mail address"
            },
            {
                "  email: tong-ket@hanoi.example\n  language: vi",
                "  email: tong-ket@hanoi.example\n  language: fr",
                "operations.language",
                "not a language"
            },
            {
                "timeZoneName: { vi: giờ Hà Nội, en: Hanoi time,",
                "timeZoneName: { vi: giờ Hà Nội,",
                "timeZoneName.en",
                "English text is missing"
            },
            {
                "timeZoneName: { vi: giờ Hà Nội, en: Hanoi time,",
                "timeZoneName: { vi: giờ Hà Nội, en: '',",
                "timeZoneName.en",
                "empty"
            },
            { "timeZoneName: {", "timeZoneName: Hanoi time #", "timeZoneName", "three languages" },
            {
                "  - code: ba-dinh\n",
                "  - code: hoan-kiem\n",
                "bodies[5].code",
                "taken by bodies[4]"
            },
            { "operations:\n", "operations: nobody\nunused:\n", "operations", "Keys with values" },
        };

    [Theory]
    [MemberData(nameof(Changes))]
    public void A_fault_is_found_on_its_line(string old, string changed, string path, string says)
    {
        Assert.Contains(old, FrozenPlan.Text, StringComparison.Ordinal);
        var at = FrozenPlan.Text.IndexOf(old, StringComparison.Ordinal);
        var yaml = $"{FrozenPlan.Text[..at]}{changed}{FrozenPlan.Text[(at + old.Length)..]}";
        // The change's last line bears the fault, save where the parser looks further or another line repeats the key.
        var first = FrozenPlan.Text[..at].Count(c => c == '\n') + 1;

        var reading = PlanFile.Read(yaml, "plan.yaml", null);

        Assert.False(reading.IsValid);
        var fault = Assert.Single(
            reading.Faults,
            fault =>
                fault.Path == path && fault.Message.Contains(says) | fault.Remedy.Contains(says)
        );
        if (
            says
            is not (
                "YAML"
                or "missing"
                or "English text is missing"
                or "taken by bodies[4]"
                or "opens with the cycle"
            )
        )
        {
            var offset =
                says.EndsWith("already", StringComparison.Ordinal)
                || path is "colour"
                || says == "not a language"
                    ? 1
                    : 0;
            Assert.Equal(first + (says == "second document" ? 1 : offset), fault.Line);
        }
    }

    [Fact]
    public void A_missing_key_is_reported_where_its_map_begins()
    {
        var yaml = FrozenPlan.Text.Replace("  quorum: 3", "  # none", StringComparison.Ordinal);

        var fault = Assert.Single(PlanFile.Read(yaml, "plan.yaml", null).Faults);

        Assert.Equal(PlanText.LineOf(yaml, "approval:") + 1, fault.Line);
    }

    [Fact]
    public void A_tab_is_reported_at_its_own_line()
    {
        var yaml = FrozenPlan.Text.Replace("  quorum: 3", "\tquorum: 3", StringComparison.Ordinal);

        var fault = Assert.Single(PlanFile.Read(yaml, "plan.yaml", null).Faults);

        Assert.Equal(PlanText.LineOf(yaml, "\tquorum"), fault.Line);
        Assert.Contains("A tab", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_fault_that_a_rule_finds_has_the_line_of_its_key()
    {
        var yaml = FrozenPlan.Text.Replace(
            "    email: my-duc@",
            "    email: my duc@",
            StringComparison.Ordinal
        );

        var fault = Assert.Single(PlanFile.Read(yaml, "plans/x/plan.yaml", null).Faults);

        Assert.Equal(PlanText.LineOf(yaml, "my duc@"), fault.Line);
        Assert.Equal(
            $"plans/x/plan.yaml:{fault.Line}: bodies[33].contacts[0].email: 'my duc@hanoi.example' is not a mail address. "
                + "Write the bare address, for example office@ba-dinh.example.",
            fault.ToString()
        );
    }

    [Fact]
    public void All_faults_are_reported_together_by_line()
    {
        var yaml = FrozenPlan
            .Text.Replace("version: 1", "version: one", StringComparison.Ordinal)
            .Replace("  quorum: 3", "  quorum: 9", StringComparison.Ordinal)
            .Replace("    maxSize: 20 MiB", "    maxSize: 0 B", StringComparison.Ordinal);

        var faults = PlanFile.Read(yaml, "plan.yaml", null).Faults;

        // Each report type has a size of its own.
        var sizes = FrozenPlan.Text.Split("maxSize: 20 MiB").Length - 1;
        Assert.Equal(1 + 1 + sizes, faults.Count);
        Assert.Equal(faults.OrderBy(fault => fault.Line), faults);
    }

    [Theory]
    [InlineData("", "empty")]
    [InlineData("# only a comment", "empty")]
    [InlineData("just a text", "no plan")]
    [InlineData("- a\n- b", "no plan")]
    [InlineData("%YAML 1.9.9", "YAML")]
    public void A_file_that_is_no_plan_is_one_fault(string yaml, string says) =>
        Assert.Contains(
            says,
            Assert.Single(PlanFile.Read(yaml, "plan.yaml", null).Faults).Message,
            StringComparison.Ordinal
        );

    [Fact]
    public void A_file_over_one_mebibyte_is_refused_unread()
    {
        var yaml = FrozenPlan.Text + "#" + new string('ộ', 400_000);

        Assert.Contains(
            "1 MiB",
            Assert.Single(PlanFile.Read(yaml, "plan.yaml", null).Faults).Message,
            StringComparison.Ordinal
        );
    }

    [Theory]
    [InlineData('[', ']')]
    [InlineData('{', '}')]
    public void Deep_nesting_is_a_fault(char open, char close)
    {
        var fault = Assert.Single(
            PlanFile
                .Read(
                    $"id: {new string(open, 100_000)}{new string(close, 100_000)}",
                    "plan.yaml",
                    null
                )
                .Faults
        );

        Assert.Contains("nested", fault.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("id: [a,", "a,", "]")]
    [InlineData("id: {", "a, ", "}")]
    [InlineData("", "a: b\n", "")]
    [InlineData("", "- a\n", "")]
    [InlineData("id: \"", "a ", "\"")]
    [InlineData("id: ", "a ", "")]
    [InlineData("", "? a\n", "")]
    [InlineData("", "{a: b},", "")]
    public void A_file_of_the_largest_size_ends_in_faults(string head, string piece, string tail)
    {
        var times = (PlanFile.MaxBytes - head.Length - tail.Length) / piece.Length;
        var yaml = head + string.Concat(Enumerable.Repeat(piece, times)) + tail;

        Assert.False(PlanFile.Read(yaml, "plan.yaml", null).IsValid);
    }

    [Fact]
    public void Very_many_unknown_keys_are_told_in_part_and_counted()
    {
        var keys = string.Concat(Enumerable.Range(0, 60_000).Select(i => $"quorun{i}: 1\n"));

        var faults = PlanFile.Read(FrozenPlan.Text + keys, "plan.yaml", null).Faults;

        Assert.Equal(101, faults.Count);
        Assert.Contains("59900 more", faults[^1].Message, StringComparison.Ordinal);
    }

    [Fact]
    public void One_mistake_in_every_body_is_told_ten_times_and_counted()
    {
        var bodies = string.Concat(
            Enumerable.Range(0, 12_000).Select(i => $"  - {{ code: b{i}, knd: district }}\n")
        );

        var faults = PlanFile.Read($"bodies:\n{bodies}", "plan.yaml", null).Faults;

        Assert.Equal(
            10,
            faults.Count(fault => fault.Path.EndsWith(".knd", StringComparison.Ordinal))
        );
        Assert.Contains("(12000 times)", faults[^1].Message, StringComparison.Ordinal);
        Assert.InRange(faults.Count, 30, 60);
    }

    [Fact]
    public void A_few_lines_cannot_ask_for_millions_of_reports()
    {
        var bodies = string.Concat(
            Enumerable.Range(0, 8_000).Select(i => $"  - {{ code: b{i}, kind: district }}\n")
        );
        var owing = string.Concat(Enumerable.Repeat("      - kind: district\n", 20_000));

        var faults = PlanFile
            .Read(
                $"bodies:\n{bodies}reportTypes:\n  - code: a\n    owedBy:\n{owing}",
                "plan.yaml",
                null
            )
            .Faults;

        Assert.Contains(
            faults,
            fault => fault.Message.Contains("more than 25000 reports", StringComparison.Ordinal)
        );
    }

    [Fact]
    public void Texts_are_composed_and_on_one_line()
    {
        var yaml = PlanText.Template.Replace(
            "vi: Chương trình mẫu",
            "vi: \"Chu\\u031Bo\\u031Bng\\n  tri\\u0300nh\"",
            StringComparison.Ordinal
        );

        Assert.Equal(
            "Chương trình",
            HanoiPlanTests
                .Valid(PlanFile.Read(yaml, "plan.yaml", PlanText.Start))
                .Programme.Title.Vi
        );
    }
}
