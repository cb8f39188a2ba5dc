using ProgramReview.Core.Checking.Reading;
using ProgramReview.Core.Planning;
using Xunit;

namespace ProgramReview.Functions.Tests.Checking.Reading;

/// <summary>Whatever a file does, reading it comes to facts: what it holds, or why it could not be read.</summary>
public sealed class HostileFileTests
{
    public static TheoryData<string, FileFormat> Names =>
        [.. HostileFiles.All.Select(one => (one.What, one.Format))];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task It_comes_to_facts(string what, FileFormat format)
    {
        var one = HostileFiles.All.Single(one => one.What == what && one.Format == format);
        var file = one.Make();

        // Whatever is sent is looked at first.
        await FileInspectorTests.InspectAsync(file);
        var facts = await Readers.ReadAsync(file, format);

        Assert.Contains(facts.Fault, one.Faults);
        Assert.Equal(facts.Fault is null, facts.Document is not null || facts.Annex is not null);
    }

    [Theory]
    [InlineData("UPPER")]
    [InlineData("\\")]
    [InlineData("/")]
    public async Task The_names_of_parts_may_be_spelt_in_any_way(string how)
    {
        var file = Files.Respelt(
            Docxs.Of(Docxs.Paragraph("Chữ")),
            name =>
                how switch
                {
                    "UPPER" => name.ToUpperInvariant(),
                    "\\" => name.Replace('/', '\\'),
                    _ => $"/{name}",
                }
        );

        Assert.Equal(
            "Chữ",
            Assert.Single((await Readers.ReadAsync(file, FileFormat.Docx)).Document!.Lines).Text
        );
    }

    [Fact]
    public async Task Time_is_a_limit_too()
    {
        var file = Docxs.Of(string.Concat(Enumerable.Repeat(Docxs.Paragraph("a"), 100_000)));

        var facts = await Readers.ReadAsync(
            file,
            FileFormat.Docx,
            new() { Time = TimeSpan.FromTicks(1) }
        );

        Assert.Equal(ReadingFault.TooCostly, facts.Fault);
    }

    [Fact]
    public async Task Only_the_caller_can_break_off()
    {
        using var over = new CancellationTokenSource();
        await over.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() =>
            new Functions.Checking.Reading.ContentReader(
                new(),
                Microsoft
                    .Extensions
                    .Logging
                    .Abstractions
                    .NullLogger<Functions.Checking.Reading.ContentReader>
                    .Instance
            ).ReadAsync(new MemoryStream(Docxs.Of("")), FileFormat.Docx, over.Token)
        );
    }
}
