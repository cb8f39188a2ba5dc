using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using ProgramReview.Core.Naming;
using ProgramReview.Core.Planning;
using ProgramReview.Functions.Rendering;
using ProgramReview.Local.InMemory;

namespace ProgramReview.Workflow.Tests;

public sealed class RenderingStoreTests
{
    private const string Bytes = "The dossier.";

    private static readonly CycleId Cycle = new("small");
    private static readonly string Dossier = new('d', 64);
    private static readonly RenderingId Id = new("docx", Language.Vi, Readers.Everybody);

    private readonly InMemoryDocumentStore documents = new();
    private int written;

    private RenderingStore Store => new(documents);

    [Fact]
    public async Task A_Rendering_Is_Made_Once_And_Known_By_Its_Bytes()
    {
        var first = await KeepAsync(new Form(1));
        var again = await KeepAsync(new Form(1));

        Assert.Equal(first, again);
        Assert.Equal(1, written);
        Assert.Equal((12, Sha256Of(Bytes)), (first.Size, first.Sha256));
        await using var kept = await Store.OpenAsync(Cycle, Dossier, first, Cancel);
        using var reader = new StreamReader(kept);
        Assert.Equal(Bytes, await reader.ReadToEndAsync(Cancel));
        Assert.Equal(first, await Store.FindAsync(Cycle, Dossier, Id, 1, Cancel));
    }

    [Fact]
    public async Task One_Whose_Note_Was_Never_Written_Is_Measured_And_Not_Made_Again()
    {
        var first = await KeepAsync(new Form(1));
        documents.Lose(name => name.EndsWith(".json", StringComparison.Ordinal));
        Assert.Null(await Store.FindAsync(Cycle, Dossier, Id, 1, Cancel));

        Assert.Equal(first, await KeepAsync(new Form(1)));
        Assert.Equal(1, written);
    }

    [Fact]
    public async Task Another_Version_Audience_Or_Dossier_Is_Another_Rendering()
    {
        await KeepAsync(new Form(1));

        Assert.Null(await Store.FindAsync(Cycle, Dossier, Id, 2, Cancel));
        Assert.Null(
            await Store.FindAsync(
                Cycle,
                Dossier,
                Id with
                {
                    Audience = Readers.Participants,
                },
                1,
                Cancel
            )
        );
        Assert.Null(await Store.FindAsync(Cycle, new string('e', 64), Id, 1, Cancel));
        await KeepAsync(new Form(2));
        Assert.Equal(2, written);
    }

    [Fact]
    public async Task A_List_Is_Kept_Under_Its_Hash_And_A_Changed_One_Is_Not_Believed()
    {
        var index = new RenderingIndex(Dossier, [await KeepAsync(new Form(1))]);

        var hash = await Store.KeepAsync(Cycle, index, Cancel);

        var read = (await Store.FindAsync(Cycle, hash, Cancel))!;
        Assert.Equal((index.DossierHash, index.Files[0]), (read.DossierHash, read.Files[0]));
        await documents.TryCreateAsync(
            $"dossiers/small/renderings/{Dossier}.json",
            "application/json",
            index.ToBytes(),
            Cancel
        );
        await Assert.ThrowsAsync<InvalidDataException>(() =>
            Store.FindAsync(Cycle, Dossier, Cancel)
        );
        Assert.Null(await Store.FindAsync(Cycle, new string('0', 64), Cancel));
    }

    [Theory]
    [InlineData("GET", null, 200, Bytes)]
    [InlineData("HEAD", null, 200, "")]
    [InlineData("GET", "bytes=4-10", 206, "dossier")]
    [InlineData("GET", "bytes=99-", 416, "")]
    public async Task It_Is_Fetched_Whole_Or_In_Ranges(
        string method,
        string? range,
        int status,
        string expected
    )
    {
        var file = await KeepAsync(new Form(1));
        await using var services = new ServiceCollection().AddLogging().BuildServiceProvider();
        var http = new DefaultHttpContext { RequestServices = services };
        http.Request.Method = method;
        http.Request.Headers.Range = range;
        using var answer = new MemoryStream();
        http.Response.Body = answer;

        await new RenderingDownload(
            file,
            "small-vi.docx",
            IsPublic: true,
            stop => Store.OpenAsync(Cycle, Dossier, file, stop)
        ).ExecuteAsync(http);

        Assert.Equal(status, http.Response.StatusCode);
        Assert.Equal(expected, Encoding.UTF8.GetString(answer.ToArray()));
        Assert.Equal($"\"{file.Sha256}\"", http.Response.Headers.ETag);
        Assert.Equal("no-cache", http.Response.Headers.CacheControl);
        if (status == 200)
        {
            Assert.Contains(
                "attachment; filename=small-vi.docx",
                http.Response.Headers.ContentDisposition.ToString(),
                StringComparison.Ordinal
            );
            Assert.Equal(12, http.Response.ContentLength);
        }
    }

    [Theory]
    [InlineData("vi.docx", "docx", Language.Vi)]
    [InlineData("hi.zip", "zip", Language.Hi)]
    [InlineData("en.", "", Language.En)]
    public void An_Address_Names_A_Rendering(string text, string format, Language language)
    {
        Assert.True(RenderingId.TryParse(text, Readers.Everybody, out var id));
        Assert.Equal(new RenderingId(format, language, Readers.Everybody), id);
        Assert.Equal(text, id.InAddress);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("docx")]
    [InlineData("fr.docx")]
    [InlineData("VI.docx")]
    public void Anything_Else_Names_None(string? text) =>
        Assert.False(RenderingId.TryParse(text, Readers.Everybody, out _));

    [Theory]
    [InlineData("html", "application/zip", "small-dddddddddddd-vi.html.zip")]
    [InlineData("zip", "application/zip", "small-dddddddddddd-vi.zip")]
    [InlineData("pdf", "application/pdf", "small-dddddddddddd-vi.pdf")]
    public void What_Is_Fetched_Is_Called_By_What_It_Is(string form, string type, string name) =>
        Assert.Equal(
            name,
            new RenderedFile(Id with { Format = form }, 1, type, 1, Sha256Of("")).FileName(
                "small",
                Dossier
            )
        );

    private Task<RenderedFile> KeepAsync(IDossierRenderer renderer) =>
        Store.KeepAsync(
            Cycle,
            Dossier,
            Id,
            renderer,
            async (target, cancellation) =>
            {
                written++;
                await target.WriteAsync(Encoding.UTF8.GetBytes(Bytes), cancellation);
            },
            Cancel
        );

    private static string Sha256Of(string text) =>
        Convert.ToHexStringLower(
            System.Security.Cryptography.SHA256.HashData(Encoding.UTF8.GetBytes(text))
        );

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private sealed record Form(int Version) : IDossierRenderer
    {
        public string Format => "docx";

        public string ContentType => "text/plain";

        public bool Speaks(Language language) => true;

        public Task WriteAsync(
            DossierContent content,
            Stream target,
            CancellationToken cancellation
        ) => throw new NotSupportedException();
    }
}
