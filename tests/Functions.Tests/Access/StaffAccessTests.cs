using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Hosting.Internal;
using ProgramReview.Functions.Web.Access;
using Xunit;

namespace ProgramReview.Functions.Tests.Access;

public sealed class StaffAccessTests
{
    private static readonly (string, string?) Behind = (
        "Access:BehindAppServiceAuthentication",
        "true"
    );

    private const string Program = "7c1a3c3e-0c52-4e0b-9d53-0d9b1c7d9a10";

    [Theory]
    [InlineData("operator", StaffRole.Operator)]
    [InlineData("auditor", StaffRole.Auditor)]
    [InlineData("viewer", StaffRole.Viewer)]
    public void A_role_that_sign_in_gave_is_taken(string role, StaffRole expected) =>
        Assert.Equal(
            new StaffMember("Nguyễn Văn An", expected),
            Find(Access(Behind), Principal("Nguyễn Văn An", role))
        );

    [Fact]
    public void Of_several_roles_the_highest_counts() =>
        Assert.Equal(
            StaffRole.Auditor,
            Find(Access(Behind), Principal("An", "viewer", "auditor", "chef"))?.Role
        );

    [Theory]
    [InlineData("Operator")]
    [InlineData("operators")]
    [InlineData("")]
    public void A_role_nobody_named_opens_nothing(string role) =>
        Assert.Null(Find(Access(Behind), Principal("An", role)));

    [Fact]
    public void A_role_that_the_settings_leave_empty_opens_nothing() =>
        Assert.Null(Find(Access(Behind, ("Access:ViewerRole", "")), Principal("An", "")));

    [Fact]
    public void Somebody_without_a_name_is_nobody() =>
        Assert.Null(Find(Access(Behind), Principal(" ", "operator")));

    [Theory]
    [InlineData("azp")]
    [InlineData("appid")]
    public void A_program_that_signs_in_for_itself_goes_on_record_under_its_id(string claim) =>
        Assert.Equal(
            new StaffMember($"app:{Program}", StaffRole.Operator),
            Find(Access(Behind), PrincipalOf([(claim, Program), ("roles", "operator")]))
        );

    [Fact]
    public void A_program_needs_a_role_as_everybody() =>
        Assert.Null(Find(Access(Behind), PrincipalOf([("azp", Program), ("roles", "chef")])));

    [Fact]
    public void What_is_no_programs_id_is_no_name() =>
        Assert.Null(Find(Access(Behind), PrincipalOf([("azp", "An"), ("roles", "operator")])));

    [Theory]
    [InlineData("scp")]
    [InlineData("http://schemas.microsoft.com/identity/claims/scope")]
    public void A_person_whom_a_program_acts_for_is_not_that_program(string scope)
    {
        (string, string)[] claims =
        [
            ("azp", Program),
            (scope, "user_impersonation"),
            ("roles", "operator"),
        ];

        Assert.Null(Find(Access(Behind), PrincipalOf(claims)));
        Assert.Equal(
            new StaffMember("An", StaffRole.Operator),
            Find(Access(Behind), PrincipalOf([.. claims, ("name", "An")]))
        );
    }

    [Fact]
    public void Nobody_can_call_themselves_a_program() =>
        Assert.Null(Find(Access(Behind), Principal($"App:{Program}", "operator")));

    [Theory]
    [InlineData("not base64")]
    [InlineData("bm90IGpzb24=")]
    [InlineData("bnVsbA==")]
    public void A_broken_principal_is_nobody(string header) =>
        Assert.Null(Find(Access(Behind), header));

    [Fact]
    public void Where_no_sign_in_stands_in_front_its_header_is_not_believed()
    {
        Assert.Null(Find(Access(), Principal("An", "operator")));
        Assert.Null(Access().SignInAddress(new DefaultHttpContext().Request));
    }

    [Fact]
    public void Signing_in_leads_back_to_the_page_and_nowhere_else()
    {
        var request = new DefaultHttpContext().Request;
        request.Path = "/status/x";
        request.QueryString = new QueryString("?sort=a&b=//evil.example");

        Assert.Equal(
            "/.auth/login/aad?post_login_redirect_uri=%2Fstatus%2Fx%3Fsort%3Da%26b%3D%2F%2Fevil.example",
            Access(Behind).SignInAddress(request)
        );
    }

    [Theory]
    [InlineData("Development", "Bearer s3cret", true)]
    [InlineData("Development", "Bearer s3cre", false)]
    [InlineData("Development", "", false)]
    [InlineData("Production", "Bearer s3cret", false)]
    [InlineData("Staging", "Bearer s3cret", false)]
    public void The_fixed_token_opens_in_development_alone(
        string environment,
        string authorization,
        bool opens
    )
    {
        var access = Access(environment, ("REVIEW_OPERATOR_TOKEN", "s3cret"));
        var http = new DefaultHttpContext();
        http.Request.Headers.Authorization = authorization;

        Assert.Equal(opens, access.Find(http)?.Role == StaffRole.Operator);
    }

    [Fact]
    public void In_development_an_empty_token_opens_nothing()
    {
        var http = new DefaultHttpContext();
        http.Request.Headers.Authorization = "Bearer ";

        Assert.Null(Access("Development", ("REVIEW_OPERATOR_TOKEN", "")).Find(http));
    }

    [Theory]
    [InlineData("preferred_username")]
    [InlineData("http://schemas.xmlsoap.org/ws/2005/05/identity/claims/upn")]
    public void Whoever_is_signed_in_has_the_address_that_the_directory_gave(string claim) =>
        Assert.Equal(
            "an@hanoi.example",
            AddressOf(Access(Behind), PrincipalOf([("name", "An"), (claim, "an@hanoi.example")]))
        );

    [Fact]
    public void What_an_account_says_of_itself_is_no_address() =>
        Assert.Null(
            AddressOf(Access(Behind), PrincipalOf([("name", "An"), ("email", "an@hanoi.example")]))
        );

    [Fact]
    public void An_address_is_believed_only_behind_the_sign_in() =>
        Assert.Null(AddressOf(Access(), PrincipalOf([("preferred_username", "an@hanoi.example")])));

    private static string? AddressOf(IStaffAccess access, string header)
    {
        var http = new DefaultHttpContext();
        http.Request.Headers["X-MS-CLIENT-PRINCIPAL"] = header;
        return access.AddressOf(http);
    }

    private static StaffMember? Find(IStaffAccess access, string header)
    {
        var http = new DefaultHttpContext();
        http.Request.Headers["X-MS-CLIENT-PRINCIPAL"] = header;
        return access.Find(http);
    }

    private static IStaffAccess Access(params (string Key, string? Value)[] settings) =>
        Access("Production", settings);

    private static IStaffAccess Access(
        string environment,
        params (string Key, string? Value)[] settings
    ) =>
        new ServiceCollection()
            .AddSingleton<IHostEnvironment>(
                new HostingEnvironment { EnvironmentName = environment }
            )
            .AddAccess(
                new ConfigurationBuilder()
                    .AddInMemoryCollection(
                        settings.ToDictionary(pair => pair.Key, pair => pair.Value)
                    )
                    .Build()
            )
            .BuildServiceProvider()
            .GetRequiredService<IStaffAccess>();

    private static string Principal(string name, params string[] roles) =>
        PrincipalOf([.. roles.Select(role => ("roles", role)), ("name", name)]);

    private static string PrincipalOf((string Type, string Value)[] claims) =>
        Convert.ToBase64String(
            Encoding.UTF8.GetBytes(
                JsonSerializer.Serialize(
                    new
                    {
                        auth_typ = "aad",
                        role_typ = "roles",
                        claims = claims.Select(claim => new
                        {
                            typ = claim.Type,
                            val = claim.Value,
                        }),
                    }
                )
            )
        );
}
