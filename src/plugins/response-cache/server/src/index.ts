import controller from './admin/controller';
import routes from './admin/routes';
import bootstrap from './bootstrap';
import config from './config';
import destroy from './destroy';
import register from './register';

export default { register, bootstrap, destroy, config, controllers: { admin: controller }, routes };
