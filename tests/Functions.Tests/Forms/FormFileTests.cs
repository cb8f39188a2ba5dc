using System.Diagnostics;
using System.Globalization;
using System.IO.Compression;
using System.Net;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;
using ProgramReview.Core.Naming;
using ProgramReview.Core.Planning;
using ProgramReview.Functions.Forms;
using ProgramReview.Functions.Tests.Web;
using Xunit;

namespace ProgramReview.Functions.Tests.Forms;

public sealed class FormFileTests
{
    private const string WriteTo = "REVIEW_TEST_FORM_HASHES";

    private static readonly PlanLookup Hanoi = new(FormSample.Hanoi);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public void A_body_is_offered_the_forms_that_it_needs()
    {
        var none = new PlanLookup(FormSample.Hanoi with { Indicators = null, Periods = null });

        Assert.Equal(
            [FormKind.Outline, FormKind.Annex],
            FormFiles.Of(Hanoi, FormSample.District, Language.Vi).Select(file => file.Kind)
        );
        Assert.Equal(
            [FormKind.Outline],
            FormFiles.Of(none, FormSample.District, Language.Vi).Select(file => file.Kind)
        );
    }

    [Theory]
    [InlineData(Language.Vi)]
    [InlineData(Language.En)]
    [InlineData(Language.Hi)]
    public void A_name_fits_into_a_folder_of_any_system(Language language)
    {
        var plans = FormSample
            .Hostile.Select(FormSample.Harmful)
            .Append(FormSample.Large(DocumentStyle.State));

        Assert.All(
            plans.SelectMany(plan =>
                FormFiles.Of(new PlanLookup(plan), FormSample.District, language)
            ),
            file =>
            {
                Assert.InRange(Encoding.UTF8.GetByteCount(file.Name), 1, 255);
                Assert.DoesNotContain(file.Name, letter => "<>:\"/\\|?*".Contains(letter));
                Assert.DoesNotContain(file.Name, char.IsControl);
                Assert.Matches("^(outline|annex)-district-ba-dinh\\.(docx|xlsx)$", file.PlainName);
            }
        );
    }

    [Fact]
    public async Task All_forms_come_in_one_file()
    {
        await using var edge = await Edge.StartAsync(_ =>
            Task.FromResult<Microsoft.AspNetCore.Http.IResult>(
                new FormDownload(
                    "Tất cả biểu mẫu - Quận Ba Đình.zip",
                    "all-district-ba-dinh.zip",
                    FormBundle.ContentType,
                    (target, cancellation) =>
                        FormBundle.WriteAsync(
                            Hanoi,
                            FormSample.District,
                            Language.Vi,
                            target,
                            cancellation
                        )
                )
            )
        );

        using var response = await edge.Http.GetAsync(new Uri("/", UriKind.Relative), Cancellation);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal("application/zip", response.Content.Headers.ContentType!.MediaType);
        var name = response.Content.Headers.ContentDisposition!;
        Assert.Equal("attachment", name.DispositionType);
        Assert.Equal("all-district-ba-dinh.zip", name.FileName);
        Assert.Equal("Tất cả biểu mẫu - Quận Ba Đình.zip", name.FileNameStar);
        Assert.True(response.Headers.CacheControl!.NoStore);
        using var zip = new ZipArchive(await response.Content.ReadAsStreamAsync(Cancellation));
        Assert.Equal(
            FormFiles
                .Of(Hanoi, FormSample.District, Language.Vi)
                .Select(file => file.Name)
                .Prepend("Đọc trước.txt"),
            zip.Entries.Select(entry => entry.FullName)
        );
        using var readme = new StreamReader(zip.Entries[0].Open());
        Assert.Contains(
            "Quận Ba Đình\r\n",
            await readme.ReadToEndAsync(Cancellation),
            StringComparison.Ordinal
        );
        using var outline = zip.Entries[1].Open();
        Assert.Equal(
            SHA256.HashData(FormSample.Outline(FormSample.Hanoi, FormSample.District, Language.Vi)),
            await SHA256.HashDataAsync(outline, Cancellation)
        );
    }

    [Fact]
    public async Task Whoever_asks_only_for_the_head_gets_no_file()
    {
        await using var edge = await Edge.StartAsync(_ =>
            Task.FromResult<Microsoft.AspNetCore.Http.IResult>(
                new FormDownload(
                    "a",
                    "a",
                    "application/zip",
                    (_, _) => throw new InvalidOperationException("The file was made.")
                )
            )
        );

        using var request = new HttpRequestMessage(HttpMethod.Head, new Uri("/", UriKind.Relative));
        using var response = await edge.Http.SendAsync(request, Cancellation);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal(
            new MediaTypeHeaderValue("application/zip"),
            response.Content.Headers.ContentType
        );
    }

    [Fact]
    public async Task Another_process_in_another_country_makes_the_same_bytes()
    {
        var folder = Directory.CreateTempSubdirectory("forms-").FullName;
        try
        {
            var start = new ProcessStartInfo("dotnet")
            {
                Environment =
                {
                    [WriteTo] = Path.Combine(folder, "hashes"),
                    ["LANG"] = "hi_IN.UTF-8",
                    ["LC_ALL"] = "hi_IN.UTF-8",
                    ["TZ"] = "America/New_York",
                },
                ArgumentList =
                {
                    typeof(FormFileTests).Assembly.Location,
                    "--filter-method",
                    $"*.{nameof(The_hashes_of_all_forms_can_be_told)}",
                    "--results-directory",
                    folder,
                },
            };

            var run = await ProgramRun.ToEndAsync(start);

            Assert.True(run.ExitCode == 0, run.Said);
            Assert.Equal(
                await HashesAsync(),
                await File.ReadAllLinesAsync(Path.Combine(folder, "hashes"), Cancellation)
            );
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    // The other process of the test above writes them down.
    [Fact]
    public async Task The_hashes_of_all_forms_can_be_told()
    {
        var hashes = await HashesAsync();

        Assert.Equal(hashes.Distinct(), hashes);
        if (Environment.GetEnvironmentVariable(WriteTo) is { Length: > 0 } file)
        {
            await File.WriteAllLinesAsync(file, hashes, Cancellation);
        }
    }

    // Written where people look at them: in artifacts/forms, as artifacts/gallery has the pages.
    [Fact]
    public async Task Every_form_can_be_made_to_look_at()
    {
        var folder = Directory.CreateDirectory(SourceTree.PathOf("artifacts/forms")).FullName;
        foreach (var (name, (plan, id)) in FormSample.All)
        {
            foreach (var language in Enum.GetValues<Language>())
            {
                foreach (var file in FormFiles.Of(new PlanLookup(plan), id, language))
                {
                    var bytes = file.Write();
                    Assert.InRange(bytes.Length, 4_000, 100_000);
                    await File.WriteAllBytesAsync(
                        Path.Combine(
                            folder,
                            string.Create(
                                CultureInfo.InvariantCulture,
                                $"{name}.{language}{Path.GetExtension(file.PlainName)}"
                            )
                        ),
                        bytes,
                        Cancellation
                    );
                }
            }
        }
    }

    private static async Task<List<string>> HashesAsync()
    {
        var hashes = new List<string>();
        foreach (var (name, (plan, id)) in FormSample.All)
        {
            foreach (var language in Enum.GetValues<Language>())
            {
                var lookup = new PlanLookup(plan);
                hashes.AddRange(
                    FormFiles
                        .Of(lookup, id, language)
                        .Select(file => file.Write())
                        .Append(await BundleAsync(lookup, id, language))
                        .Select(
                            (bytes, i) =>
                                $"{name} {language} {i} {Convert.ToHexString(SHA256.HashData(bytes))}"
                        )
                );
            }
        }
        return hashes;
    }

    private static async Task<byte[]> BundleAsync(
        PlanLookup plan,
        AssignmentId id,
        Language language
    )
    {
        using var bytes = new MemoryStream();
        await FormBundle.WriteAsync(plan, id, language, bytes, Cancellation);
        return bytes.ToArray();
    }
}
