import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.context.support.DefaultProfileValidationSupport;
import ca.uhn.fhir.validation.FhirValidator;
import ca.uhn.fhir.validation.ResultSeverityEnum;
import ca.uhn.fhir.validation.SingleValidationMessage;
import ca.uhn.fhir.validation.ValidationResult;
import java.nio.file.Files;
import java.nio.file.Path;
import org.hl7.fhir.common.hapi.validation.support.CommonCodeSystemsTerminologyService;
import org.hl7.fhir.common.hapi.validation.support.InMemoryTerminologyServerValidationSupport;
import org.hl7.fhir.common.hapi.validation.support.ValidationSupportChain;
import org.hl7.fhir.common.hapi.validation.validator.FhirInstanceValidator;

/** Says of each file whether HAPI finds an error in it as FHIR R4: a line for the file, and one for each thing that is said about it. */
public final class Judge {
  public static void main(String[] files) throws Exception {
    FhirContext r4 = FhirContext.forR4();
    ValidationSupportChain known = new ValidationSupportChain(
        new DefaultProfileValidationSupport(r4),
        new CommonCodeSystemsTerminologyService(r4),
        new InMemoryTerminologyServerValidationSupport(r4));
    FhirInstanceValidator instances = new FhirInstanceValidator(known);
    FhirValidator validator = r4.newValidator().registerValidatorModule(instances);
    for (String file : files) {
      Path path = Path.of(file);
      ValidationResult result = validator.validateWithResult(Files.readString(path));
      System.out.println((result.isSuccessful() ? "PASS " : "FAIL ") + path.getFileName());
      for (SingleValidationMessage said : result.getMessages()) {
        if (said.getSeverity() == ResultSeverityEnum.INFORMATION) continue;
        System.out.println("  " + said.getSeverity().getCode() + " " + said.getLocationString() + " " + said.getMessage());
      }
    }
  }
}
